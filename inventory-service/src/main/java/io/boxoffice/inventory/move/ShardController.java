package io.boxoffice.inventory.move;

import io.boxoffice.common.web.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For operators. */
@RestController
@RequestMapping("/api/v1/ops/shards")
class ShardController {
    private final ShardRequests shards;

    ShardController(ShardRequests shards) {
        this.shards = shards;
    }

    /**
     * A database to be used as a shard.
     *
     * @param jdbcUrl where it is: a server, a port and a database, and nothing else; of the settings where there is none
     */
    record NewShard(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}")
            String name,

            @Nullable
            @Size(max = 300)
            @Pattern(regexp = "jdbc:postgresql://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+])(:\\d{1,5})?/[A-Za-z0-9_-]+")
            String jdbcUrl) {}

    @GetMapping
    Page<ShardView> all() {
        return new Page<>(shards.all(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ShardView add(@Valid @RequestBody NewShard shard) {
        return shards.add(shard.name(), shard.jdbcUrl());
    }

    @PostMapping("/{name}/drain")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ShardView drain(@PathVariable String name) {
        return shards.drain(name);
    }
}
