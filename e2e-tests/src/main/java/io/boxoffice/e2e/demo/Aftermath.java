package io.boxoffice.e2e.demo;

import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.SupportClient;
import io.boxoffice.e2e.client.http.Reply.UnexpectedAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** After the sale: some who bought sell a ticket on, others write to support and get their money back. */
final class Aftermath {

    private static final int BUYERS_PER_TICKET = 2;

    private final Sale sale;
    private final Gate gate;
    private final SupportClient support;
    private final List<List<Sale.MailedCode>> sellers = new ArrayList<>();
    private final List<List<Sale.MailedCode>> complainers = new ArrayList<>();

    Aftermath(Sale sale, Gate gate, SupportClient support, DemoOptions options) {
        this.sale = sale;
        this.gate = gate;
        this.support = support;
        var random = new SplittableRandom(options.seed() + 1);
        for (List<Sale.MailedCode> order : sale.ordersMailed()) {
            double draw = random.nextDouble();
            if (draw < options.resale()) {
                sellers.add(order);
            } else if (draw < options.resale() + options.refunds()) {
                complainers.add(order);
            }
        }
    }

    /** How many come for the tickets that are sold on. */
    int buyersWanted() {
        return sellers.size() * BUYERS_PER_TICKET;
    }

    void play(List<Person> buyers) throws IOException, InterruptedException {
        var market = new SecondHand(sale, gate);
        everybody(sellers.stream()
                .map(order -> life(() -> market.offer(order.getFirst())))
                .toList());
        List<Callable<Void>> lives = new ArrayList<>();
        for (int i = 0; i < buyers.size(); i++) {
            Sale.Visitor buyer = market.visitor(buyers.get(i), i);
            lives.add(life(() -> market.buy(buyer)));
        }
        for (int i = 0; i < complainers.size(); i++) {
            var claim = new Claim(sale, support, complainers.get(i), i % 2 == 0);
            lives.add(life(claim::settle));
        }
        everybody(lives);
    }

    @FunctionalInterface
    private interface Life {
        void live() throws IOException, InterruptedException;
    }

    private Callable<Void> life(Life life) {
        return () -> {
            try {
                life.live();
            } catch (IOException | UnexpectedAnswer surprise) {
                sale.notes().gaveUp().add("after the sale: " + surprise.getMessage());
            }
            return null;
        };
    }

    private static void everybody(List<Callable<Void>> lives) throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> life : threads.invokeAll(lives)) {
                life.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("somebody could not go on: " + failed.getCause(), failed);
        }
    }
}
