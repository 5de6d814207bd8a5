package dev.guanjia.server.application;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.authority.Answer;
import dev.guanjia.organisation.authority.ApprovalState;
import dev.guanjia.organisation.authority.Approvals;
import dev.guanjia.organisation.authority.OpenStep;
import dev.guanjia.organisation.authority.StepDecision;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.ApprovalBook.Filed;
import dev.guanjia.server.application.AuthorityReader.Asking;
import dev.guanjia.server.audit.AuditReader;
import dev.guanjia.server.audit.AuditReader.AuditRow;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.ApprovalEventStore.EventRow;
import dev.guanjia.server.store.ApprovalStore;
import dev.guanjia.server.store.ApprovalStore.ApprovalRow;
import dev.guanjia.server.store.ApprovalStore.Filter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Where approvals stand, and what happened to them. */
@Service
public class ApprovalReader {

    /** How many rows are looked through at once for those that a caller may see. */
    private static final int BATCH = 200;

    private final ApprovalRules rules;
    private final ApprovalBook book;
    private final ApprovalStore approvals;
    private final CompanyRules company;
    private final AuditReader trail;
    private final Clock clock;
    private final Snapshot snapshot;

    ApprovalReader(
            ApprovalRules rules,
            ApprovalBook book,
            ApprovalStore approvals,
            CompanyRules company,
            AuditReader trail,
            Clock clock,
            Snapshot snapshot) {
        this.rules = rules;
        this.book = book;
        this.approvals = approvals;
        this.company = company;
        this.trail = trail;
        this.clock = clock;
        this.snapshot = snapshot;
    }

    /**
     * An approval with its steps.
     *
     * @param row what was asked for, and where it stands
     * @param taken the steps taken, in order of time
     * @param open the steps that are needed and not taken
     */
    public record ApprovalView(ApprovalRow row, List<StepDecision> taken, List<OpenStep> open) {}

    /**
     * Something that happened to an approval; one of the two is given.
     *
     * @param event what was done
     * @param attempt what was refused
     */
    public record Happening(Optional<EventRow> event, Optional<AuditRow> attempt) {

        Instant at() {
            return event.map(row -> row.when().at())
                    .or(() -> attempt.map(AuditRow::recordedAt))
                    .orElseThrow();
        }
    }

    /** The caller who looks, in every post held and delegated. */
    private record Onlooker(StaffId staff, boolean seesAll, Seats seats) {

        boolean sees(Filed filed) {
            return seesAll
                    || filed.standing().request().requester().staff().equals(staff)
                    || filed.events().stream().anyMatch(row -> row.by().staff().equals(staff))
                    || couldDecide(filed);
        }

        boolean couldDecide(Filed filed) {
            Answer answer = seats.ask(filed.standing()).answer();
            return answer.grounds().isPresent()
                    || answer.could().stream().anyMatch(row -> row.staff().equals(staff));
        }

        boolean isWaitedFor(Filed filed) {
            return filed.row().state() == ApprovalState.OPEN
                    && seats.ask(filed.standing()).answer().grounds().isPresent();
        }
    }

    /**
     * Reads an approval.
     *
     * @param caller who asks
     * @param id the approval
     * @return the approval
     */
    public ApprovalView get(Caller caller, String id) {
        return snapshot.read(
                () -> {
                    Filed filed = book.file(caller.tenant(), find(caller, id));
                    return view(filed, rules.of(caller.tenant()), LocalDate.now(clock));
                });
    }

    /**
     * Lists the approvals that a caller may see, newest first.
     *
     * @param caller who asks
     * @param filter which
     * @param waiting whether only those that wait for the caller
     * @param request which page
     * @return the page
     */
    public Page<ApprovalView> list(
            Caller caller, Filter filter, boolean waiting, PageRequest request) {
        return snapshot.read(
                () -> {
                    long before = request.beforeNumber();
                    List<ApprovalRow> rows =
                            approvals.newest(caller.tenant(), filter, before, BATCH);
                    if (rows.isEmpty()) {
                        return new Page<>(List.of(), null);
                    }
                    Approvals deciding = rules.of(caller.tenant());
                    LocalDate today = LocalDate.now(clock);
                    Onlooker onlooker = onlooker(caller, deciding, today);
                    List<ApprovalView> seen = new ArrayList<>();
                    while (!rows.isEmpty() && seen.size() < request.fetch()) {
                        book.file(caller.tenant(), rows).stream()
                                .filter(
                                        filed ->
                                                waiting
                                                        ? onlooker.isWaitedFor(filed)
                                                        : onlooker.sees(filed))
                                .limit(request.fetch() - seen.size())
                                .forEach(filed -> seen.add(view(filed, deciding, today)));
                        long last = rows.get(rows.size() - 1).seq();
                        rows = approvals.newest(caller.tenant(), filter, last, BATCH);
                    }
                    return Page.of(seen, request, view -> String.valueOf(view.row().seq()));
                });
    }

    /**
     * Lists what happened to an approval, refused attempts among it, oldest first.
     *
     * @param caller who asks
     * @param id the approval
     * @param request which page
     * @return the page
     */
    public Page<Happening> events(Caller caller, String id, PageRequest request) {
        return snapshot.read(
                () -> {
                    Filed filed = book.file(caller.tenant(), find(caller, id));
                    List<String> attempts = List.of(ApprovalSteps.DECIDE, ApprovalSteps.WITHDRAW);
                    List<Happening> all =
                            Stream.concat(
                                            filed.events().stream()
                                                    .map(
                                                            row ->
                                                                    new Happening(
                                                                            Optional.of(row),
                                                                            none())),
                                            trail.refused(caller.tenant(), id, attempts).stream()
                                                    .map(
                                                            row ->
                                                                    new Happening(
                                                                            none(),
                                                                            Optional.of(row))))
                                    .sorted(Comparator.comparing(Happening::at))
                                    .toList();
                    List<Integer> places = IntStream.range(0, all.size()).boxed().toList();
                    return Page.slice(places, request, place -> "%09d".formatted(place))
                            .map(all::get);
                });
    }

    /**
     * Says what would become of an approval if the caller granted it now.
     *
     * @param caller who asks
     * @param id the approval
     * @return the answer; nothing is done
     */
    public Asking ask(Caller caller, String id) {
        return snapshot.read(
                () -> {
                    Filed filed = book.file(caller.tenant(), find(caller, id));
                    return AuthorityReader.asking(
                            Seats.of(
                                    caller,
                                    caller.effectivePosts(),
                                    rules.of(caller.tenant()),
                                    LocalDate.now(clock)),
                            filed.standing());
                });
    }

    private ApprovalRow find(Caller caller, String id) {
        return approvals.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    private Onlooker onlooker(Caller caller, Approvals deciding, LocalDate today) {
        String leader = company.template(caller.tenant()).leader().value();
        return new Onlooker(
                new StaffId(caller.staffId()),
                caller.administrator() || caller.posts().contains(leader),
                Seats.of(caller, caller.posts(), deciding, today));
    }

    private static ApprovalView view(Filed filed, Approvals deciding, LocalDate today) {
        return new ApprovalView(
                filed.row(), filed.standing().decisions(), deciding.open(filed.standing(), today));
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }
}
