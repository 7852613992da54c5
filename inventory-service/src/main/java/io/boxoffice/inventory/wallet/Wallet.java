package io.boxoffice.inventory.wallet;

import io.boxoffice.inventory.shard.EventTransactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;

/**
 * A fan's tickets of all events. The directory knows which those are; how each stands now is asked of its shard, and as last
 * heard while a shard is away.
 */
@Service
class Wallet {
    private static final Logger log = LoggerFactory.getLogger(Wallet.class);

    private final EventTransactions events;
    private final ShardTickets shards;
    private final WalletDirectory directory;

    Wallet(EventTransactions events, ShardTickets shards, WalletDirectory directory) {
        this.events = events;
        this.shards = shards;
        this.directory = directory;
    }

    /** Something happened to this ticket: the directory learns how it stands now. */
    void refresh(UUID event, UUID ticket) {
        events.read(event, shard -> shards.find(shard, List.of(ticket))).forEach(directory::keep);
    }

    /** The tickets of a page as they are now, without those that went to somebody else since. */
    List<HeldTicket> now(UUID holder, List<Entry> page) {
        var live = new HashMap<UUID, Entry>();
        var away = new HashSet<UUID>();
        byEvent(page).forEach((event, tickets) -> ask(event, tickets, live, away));
        var now = new ArrayList<HeldTicket>();
        for (var heard : page) {
            var known = Optional.ofNullable(live.get(heard.ticket().ticketId()))
                    .or(() -> away.contains(heard.ticket().eventId()) ? Optional.of(heard) : Optional.empty());
            known.filter(entry -> entry.holder().equals(holder))
                    .map(Entry::ticket)
                    .ifPresent(now::add);
        }
        return now;
    }

    private static Map<UUID, List<UUID>> byEvent(List<Entry> page) {
        return page.stream()
                .map(Entry::ticket)
                .collect(Collectors.groupingBy(
                        HeldTicket::eventId, Collectors.mapping(HeldTicket::ticketId, Collectors.toList())));
    }

    private void ask(UUID event, List<UUID> tickets, Map<UUID, Entry> live, Set<UUID> away) {
        try {
            live.putAll(events.read(event, shard -> shards.find(shard, tickets)).stream()
                    .collect(Collectors.toMap(entry -> entry.ticket().ticketId(), Function.identity())));
        } catch (DataAccessResourceFailureException e) {
            log.atWarn().addKeyValue("event_id", event).setCause(e).log("tickets shown as last heard");
            away.add(event);
        }
    }
}
