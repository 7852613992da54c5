package io.boxoffice.fleet.settings;

import java.util.regex.Pattern;

/** What a setting's value may look like, checked before anything starts. */
enum SettingKind {
    DURATION("a duration such as 500ms, 30s, 2m or 1h", "[1-9]\\d{0,8}(ms|s|m|h|d)"),
    COUNT("a whole number from 1 on", "[1-9]\\d{0,8}"),
    FRACTION("a number from 0 to 1", "0(\\.\\d{1,6})?|1(\\.0{1,6})?"),
    LIMIT("a limit such as 60/10s", "[1-9]\\d{0,8}/[1-9]\\d{0,8}(ms|s|m|h|d)"),
    ADMISSION_MODE("AUTO, MANUAL or PAUSED", "AUTO|MANUAL|PAUSED"),
    FILE("the absolute path of a file", "/[^\\n]+"),
    PORT("a port from 1 to 65535", "[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5]"),
    PORT_OFFSET("a whole number from -60000 to 60000", "0|-?[1-9]\\d{0,3}|-?[1-5]\\d{4}|-?60000");

    private final String description;
    private final Pattern form;

    SettingKind(String description, String form) {
        this.description = description;
        this.form = Pattern.compile(form);
    }

    void check(String key, String value) {
        if (!form.matcher(value).matches()) {
            throw new FleetProblem("--set %s=%s: the value must be %s".formatted(key, value, description));
        }
    }
}
