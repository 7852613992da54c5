package io.boxoffice.inventory.move;

import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.ShardRegister;
import io.boxoffice.inventory.shard.Shards;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** What operators ask of shards. */
@Service
class ShardRequests {
    private static final Logger log = LoggerFactory.getLogger(ShardRequests.class);

    private final ShardRegister register;
    private final Shards shards;
    private final ShardViews views;

    ShardRequests(ShardRegister register, Shards shards, ShardViews views) {
        this.register = register;
        this.shards = shards;
        this.views = views;
    }

    List<ShardView> all() {
        return register.all().stream().map(views::of).toList();
    }

    /** Adds a shard, or opens the one of this name and address again. */
    ShardView add(String name, @Nullable String url) {
        var settings = shards.ofSettings(name);
        var known = register.find(name);
        var address = url != null
                ? url
                : known.map(ShardRegister.Entry::url)
                        .orElseThrow(() -> Problems.invalid(
                                "/jdbc_url",
                                "Settings have no inventory.shards." + name + ".url, so say where it is."));
        if (!shards.knowsUs(name)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "shard-credentials-missing",
                    "Set inventory.shards." + name + ".username and .password, or those of inventory.new-shards,"
                            + " at every instance; they are never sent.");
        }
        if (!register.open(name, address, settings != null && settings.dedicated())) {
            throw new ProblemException(
                    HttpStatus.CONFLICT, "shard-exists", "There is a shard of this name at another address.");
        }
        log.atInfo().addKeyValue("shard", name).log("shard added");
        return changed(name);
    }

    /** From now on the shard's events leave it. */
    ShardView drain(String name) {
        if (register.find(name).isEmpty()) {
            throw Problems.notFound();
        }
        boolean alone = register.all().stream()
                .noneMatch(entry -> entry.state() == ShardRegister.State.OPEN
                        && !entry.name().equals(name));
        if (alone) {
            throw new ProblemException(
                    HttpStatus.CONFLICT, "no-other-shard", "There is no other shard that its events could go to.");
        }
        register.drain(name);
        log.atInfo().addKeyValue("shard", name).log("shard to be drained");
        return changed(name);
    }

    private ShardView changed(String name) {
        shards.changed();
        return views.of(register.find(name).orElseThrow(Problems::notFound));
    }
}
