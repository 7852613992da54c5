package io.boxoffice.e2e.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the operating system tells of processes and of itself. */
final class Machine {

    /** A clock tick of /proc in seconds: USER_HZ is 100 on every Linux there is a JDK for. */
    private static final double TICK = 0.01;

    private Machine() {}

    /** Memory of some processes in MiB, what they share counted once. */
    static double pssMiB(Collection<Long> pids) {
        return pids.stream().mapToLong(Machine::pssKiB).sum() / 1_024.0;
    }

    private static long pssKiB(long pid) {
        return read(Path.of("/proc", Long.toString(pid), "smaps_rollup"))
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** CPU seconds some processes have used so far. */
    static double cpuSeconds(Collection<Long> pids) {
        return pids.stream().mapToLong(Machine::ticks).sum() * TICK;
    }

    /** CPU seconds of the programs that this process has started and seen end. */
    static double cpuSecondsOfTools() {
        return ticks(ProcessHandle.current().pid(), 13) * TICK;
    }

    private static long ticks(long pid) {
        return ticks(pid, 11);
    }

    /** Two fields that stand side by side: in user mode, in the kernel. */
    private static long ticks(long pid, int first) {
        String stat = read(Path.of("/proc", Long.toString(pid), "stat"));
        // the name in brackets may hold spaces: what counts comes after it
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length > first + 1 ? Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1]) : 0;
    }

    static Map<String, Object> described() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cpus", Runtime.getRuntime().availableProcessors());
        machine.put("load_average", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("java", Runtime.version().toString());
        return machine;
    }

    /** The commit measured; empty outside a checkout. */
    static String commit() throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? commit : "";
        } catch (IOException noGit) {
            return "";
        }
    }

    /** Empty for a process that has ended meanwhile. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "";
        }
    }
}
