package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.OrderHistoryStore;
import dev.guanjia.server.store.OrderHistoryStore.OrderLife;
import dev.guanjia.server.store.OrderHistoryStore.Window;
import dev.guanjia.workorder.escalation.Step.Told;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows who hears of complaints, and when. */
@Service
public class EscalationReader {

    private final OrderHistoryStore lives;
    private final Complaints complaints;
    private final EscalationBook book;
    private final CompanyDays days;
    private final Snapshot snapshot;

    EscalationReader(
            OrderHistoryStore lives,
            Complaints complaints,
            EscalationBook book,
            CompanyDays days,
            Snapshot snapshot) {
        this.lives = lives;
        this.complaints = complaints;
        this.book = book;
        this.days = days;
        this.snapshot = snapshot;
    }

    /**
     * Which escalations are asked for; null stands for any.
     *
     * @param staffId those that this person answers for
     * @param post those of a level of this post, or of a post that bears it
     * @param communityId those of this community
     */
    public record Filter(
            @Nullable String staffId, @Nullable String post, @Nullable String communityId) {

        private boolean lets(EscalationLevel level) {
            return (staffId == null
                            || level.who().staff().stream()
                                    .anyMatch(one -> one.value().equals(staffId)))
                    && (post == null
                            || level.step().rung().post().value().equals(post)
                            || level.who().posts().stream()
                                    .anyMatch(one -> one.value().equals(post)));
        }
    }

    /**
     * Lists the levels of a complaint.
     *
     * @param caller who asks
     * @param id the complaint
     * @param asOf the moment from which it is judged; empty for now
     * @param request which page
     * @return the page
     */
    public Page<EscalationLevel> of(
            Caller caller, String id, Optional<OffsetDateTime> asOf, PageRequest request) {
        Instant at = days.instant(asOf);
        List<EscalationLevel> levels =
                snapshot.read(
                        () ->
                                book.of(caller.tenant(), List.of(complaints.find(caller, id)), at)
                                        .get(0)
                                        .levels());
        return Page.slice(levels, request, level -> "%04d".formatted(level.step().level()));
    }

    /**
     * Lists what has come to somebody and nobody has acknowledged, longest waiting first.
     *
     * @param caller who asks
     * @param filter which
     * @param asOf the moment from which it is judged; empty for now
     * @param request which page
     * @return the page
     */
    public Page<EscalationLevel> open(
            Caller caller, Filter filter, Optional<OffsetDateTime> asOf, PageRequest request) {
        Instant at = days.instant(asOf);
        List<EscalationLevel> open =
                snapshot.read(
                        () ->
                                book.of(caller.tenant(), running(caller, filter, at), at).stream()
                                        .flatMap(standing -> standing.levels().stream())
                                        .filter(level -> level.step().due())
                                        .filter(level -> level.seen().isEmpty())
                                        .filter(filter::lets)
                                        .toList());
        return Page.slice(open, request, EscalationReader::key);
    }

    private List<OrderLife> running(Caller caller, Filter filter, Instant asOf) {
        Window window =
                new Window(
                        WorkOrderKind.COMPLAINT.name(),
                        filter.communityId(),
                        asOf,
                        asOf.plusNanos(1_000));
        return lives.running(caller.tenant(), window).stream()
                .filter(
                        life ->
                                life.history().until(asOf).order().handling().outcome()
                                        == WorkOrderOutcome.OPEN)
                .toList();
    }

    private static String key(EscalationLevel level) {
        Told told = level.step().told();
        Instant at = told == null ? Instant.MAX : told.at();
        return PageRequest.join(
                PageRequest.moment(at), level.orderId(), "%04d".formatted(level.step().level()));
    }
}
