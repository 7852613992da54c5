package io.boxoffice.fleet.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the supervisor tells every process.
 *
 * @param dataDir the folder that holds whatever must survive a restart of this process
 */
@ConfigurationProperties("fleet")
public record FleetProperties(Path dataDir) {
    /** Refuses to start without a folder: losing data silently would be worse. */
    public FleetProperties(@Nullable Path dataDir) {
        this.dataDir = Setting.required("fleet.data-dir", dataDir);
    }
}
