package io.boxoffice.inventory.seatmap;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.boxoffice.inventory.cache.CacheProperties;
import io.boxoffice.inventory.cache.Forgetful;
import io.boxoffice.inventory.cache.SharedLayer;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/**
 * Layouts, kept while there is memory. Seats never move; prices may change, and the version with them: it is looked at now and
 * then, behind the reader's back, so that a shard that is away takes no map away.
 */
@Component
public class Layouts implements Forgetful {
    private static final String PREFIX = "cache:layout:";
    /** About a hundred megabytes. */
    private static final long MOST_SEATS = 1_000_000;

    private final SharedLayer shared;
    private final LoadingCache<UUID, Layout> layouts;

    Layouts(LayoutRepository repository, SharedLayer shared, CacheProperties properties) {
        this.shared = shared;
        var builder = Caffeine.newBuilder()
                .softValues()
                .maximumWeight(MOST_SEATS)
                .weigher((UUID _, Layout layout) -> layout.seats())
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        if (properties.l3().isPositive()) {
            builder.refreshAfterWrite(properties.l3());
        }
        this.layouts = builder.build(new CacheLoader<>() {
            @Override
            public Layout load(UUID event) {
                return repository.read(event);
            }

            @Override
            public Layout reload(UUID event, Layout old) {
                return repository.version(event) == old.version() ? old : repository.read(event);
            }
        });
    }

    /** @throws io.boxoffice.common.web.ProblemException 404 for an event without seats */
    public Layout of(UUID event) {
        return layouts.get(event);
    }

    /** After the catalogue changed something of this event, committed. */
    public void changed(UUID event) {
        changedElsewhere(event);
        shared.changed(PREFIX + event);
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void changedElsewhere(UUID event) {
        if (layouts.getIfPresent(event) != null) {
            layouts.refresh(event);
        }
    }

    /** They are looked at soon enough. */
    @Override
    public void everythingMayHaveChanged() {
        layouts.asMap().keySet().forEach(layouts::refresh);
    }
}
