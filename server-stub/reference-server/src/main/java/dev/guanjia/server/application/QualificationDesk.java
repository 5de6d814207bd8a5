package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.company.CompanyPost;
import dev.guanjia.organisation.staff.CertifiedRate;
import dev.guanjia.organisation.staff.Fitness;
import dev.guanjia.organisation.staff.Qualification;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.organisation.staff.QualificationKind;
import dev.guanjia.organisation.staff.Qualifications;
import dev.guanjia.organisation.staff.Requirement;
import dev.guanjia.organisation.staff.Requirements;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.QualificationStore;
import dev.guanjia.server.store.QualificationStore.QualificationRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What people are qualified for, and what posts ask of them. */
@Service
public class QualificationDesk {

    private final Permissions permissions;
    private final StaffDesk staff;
    private final QualificationStore qualifications;
    private final Requirements requirements;
    private final CompanyRules rules;
    private final CompanyTrees trees;
    private final CompanyDays days;
    private final Audit audit;
    private final Clock clock;

    QualificationDesk(
            Permissions permissions,
            StaffDesk staff,
            QualificationStore qualifications,
            Requirements requirements,
            CompanyRules rules,
            CompanyTrees trees,
            CompanyDays days,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.staff = staff;
        this.qualifications = qualifications;
        this.requirements = requirements;
        this.rules = rules;
        this.trees = trees;
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A qualification as it was given.
     *
     * @param kind what for
     * @param number the number of the paper
     * @param from the first valid day
     * @param to the first day on which it no longer is; empty when it does not lapse
     */
    public record Draft(String kind, String number, LocalDate from, Optional<LocalDate> to) {}

    /**
     * Whether somebody may be sent to work.
     *
     * @param post the post
     * @param judgedOn the day that was looked at
     * @param reasons why not; none if the person may
     */
    public record Dispatch(String post, LocalDate judgedOn, List<Refusal> reasons) {

        /** Copies. */
        public Dispatch {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The certified-post rate.
     *
     * @param at the moment from which it was looked at
     * @param rate the rate and the persons behind it
     */
    public record Rate(Instant at, CertifiedRate rate) {}

    /**
     * Registers a qualification.
     *
     * @param caller who asks
     * @param staffId the person
     * @param draft the qualification
     * @return its row
     */
    public QualificationRow register(Caller caller, String staffId, Draft draft) {
        permissions.require(caller, "register-qualification", staffId);
        staff.lock(caller, staffId);
        Qualification qualification = read(new StaffId(staffId), draft);
        Refused.unlessAccepted(qualifications.of(caller.tenant(), staffId).add(qualification));
        QualificationRow row = new QualificationRow(Ids.next("qu"), qualification);
        qualifications.add(caller.tenant(), row, clock.instant());
        Map<String, String> facts = Map.of("staff_id", staffId, "kind", draft.kind());
        audit.accepted(caller, "register-qualification", row.id(), facts);
        return row;
    }

    /**
     * Lists a person's qualifications by kind and first day.
     *
     * @param caller who asks
     * @param staffId the person
     * @param request which page
     * @return the page
     */
    public Page<QualificationRow> list(Caller caller, String staffId, PageRequest request) {
        staff.get(caller, staffId);
        return qualifications.list(caller.tenant(), staffId, request);
    }

    /**
     * Lists the kinds of qualification by id.
     *
     * @param request which page
     * @return the page
     */
    public Page<QualificationKind> kinds(PageRequest request) {
        return Page.slice(requirements.kinds(), request, kind -> kind.key().value());
    }

    /**
     * Lists what posts ask of who holds them, by id.
     *
     * @param caller who asks
     * @param post only what this post of the company, or this key, is asked; empty for all
     * @param request which page
     * @return the page
     */
    public Page<Requirement> requirements(
            Caller caller, Optional<String> post, PageRequest request) {
        LocalDate today = days.day(Optional.empty());
        CompanyTree tree = trees.of(caller.tenant());
        List<Requirement> rows =
                post.map(
                                key ->
                                        tree.post(key, today)
                                                .map(p -> of(tree, p.key(), today))
                                                .orElseGet(() -> naming(key)))
                        .orElseGet(requirements::all);
        return Page.slice(rows, request, Requirement::id);
    }

    /**
     * Asks whether a person may be sent to work in a post.
     *
     * @param caller who asks
     * @param staffId the person
     * @param post a post of the company
     * @param asOf the moment; empty for now
     * @return the answer
     */
    public Dispatch dispatch(
            Caller caller, String staffId, String post, Optional<OffsetDateTime> asOf) {
        staff.get(caller, staffId);
        LocalDate day = days.day(asOf);
        CompanyTree tree = trees.of(caller.tenant());
        Given given = new Given();
        Optional<CompanyPost> place = tree.post(post, day);
        if (place.isEmpty()) {
            given.unknown("post", post);
        }
        given.end();
        Qualifications own = qualifications.of(caller.tenant(), staffId);
        return new Fitness(tree.resolution(day), requirements, own)
                .dispatch(new StaffId(staffId), place.orElseThrow().key(), day)
                .fold(
                        fit -> new Dispatch(post, day, List.of()),
                        reasons -> new Dispatch(post, day, reasons));
    }

    /**
     * The certified-post rate of a day.
     *
     * @param caller who asks
     * @param asOf the moment; empty for now
     * @return the rate and the persons behind it
     */
    public Rate rate(Caller caller, Optional<OffsetDateTime> asOf) {
        LocalDate day = days.day(asOf);
        Fitness fitness =
                new Fitness(
                        trees.of(caller.tenant()).resolution(day),
                        requirements,
                        qualifications.all(caller.tenant()));
        return new Rate(
                days.instant(asOf),
                CertifiedRate.on(fitness, rules.assignments(caller.tenant()), day));
    }

    /**
     * Lists the persons behind the rate, by id.
     *
     * @param caller who asks
     * @param asOf the moment; empty for now
     * @param request which page
     * @return the page
     */
    public Page<CertifiedRate.Person> certified(
            Caller caller, Optional<OffsetDateTime> asOf, PageRequest request) {
        return Page.slice(
                rate(caller, asOf).rate().persons(), request, person -> person.staff().value());
    }

    private List<Requirement> of(CompanyTree tree, PostKey post, LocalDate day) {
        return requirements.of(post, tree.resolution(day), day);
    }

    private List<Requirement> naming(String key) {
        return requirements.all().stream()
                .filter(row -> row.posts().stream().anyMatch(p -> p.value().equals(key)))
                .toList();
    }

    private Qualification read(StaffId person, Draft draft) {
        Given given = new Given();
        given.text("/number", draft.number());
        given.day("/from", draft.from());
        Ends.after(given, draft.from(), draft.to());
        Optional<QualificationKey> kind =
                requirements.kinds().stream()
                        .map(QualificationKind::key)
                        .filter(key -> key.value().equals(draft.kind()))
                        .findFirst();
        if (kind.isEmpty()) {
            given.unknown("/kind", draft.kind());
        }
        given.end();
        return new Qualification(
                person,
                kind.orElseThrow(),
                draft.number(),
                draft.from(),
                draft.to().map(to -> to.minusDays(1)));
    }
}
