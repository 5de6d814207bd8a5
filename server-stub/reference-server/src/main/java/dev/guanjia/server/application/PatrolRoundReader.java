package dev.guanjia.server.application;

import dev.guanjia.security.patrol.PatrolRound;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.PatrolRoundStore;
import dev.guanjia.server.store.PatrolRoundStore.Filter;
import dev.guanjia.server.store.PatrolRoundStore.RoundRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows rounds, with what is missed and late at a moment. */
@Service
public class PatrolRoundReader {

    private final PatrolRoundStore store;
    private final Snapshot snapshot;
    private final Clock clock;

    PatrolRoundReader(PatrolRoundStore store, Snapshot snapshot, Clock clock) {
        this.store = store;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /**
     * A round at a moment.
     *
     * @param row the round
     * @param asOf the moment
     */
    public record Shown(RoundRow row, Instant asOf) {}

    /**
     * Reads a round.
     *
     * @param caller who asks
     * @param id which
     * @param asOf the moment of the question; null for now
     * @return the round
     */
    public Shown get(Caller caller, String id, @Nullable Instant asOf) {
        return snapshot.read(
                () -> {
                    RoundRow row =
                            store.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
                    return new Shown(row, asOf == null ? clock.instant() : asOf);
                });
    }

    /**
     * Shows a round after a command.
     *
     * @param row the round
     * @return the round as it is now
     */
    public Shown show(RoundRow row) {
        return new Shown(row, clock.instant());
    }

    /**
     * Lists rounds, newest first.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<Shown> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        LocalDate day = filter.day();
        if (day != null) {
            given.day("day", day);
        }
        String state = filter.state();
        if (state != null) {
            given.known("state", state, PatrolRound.State.class);
        }
        given.end();
        return snapshot.read(() -> store.list(caller.tenant(), filter, request).map(this::show));
    }
}
