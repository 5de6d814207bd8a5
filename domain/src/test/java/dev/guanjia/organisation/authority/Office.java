package dev.guanjia.organisation.authority;

import static dev.guanjia.organisation.Answers.accepted;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.AuthorityLimit;
import dev.guanjia.organisation.AuthorityLimits;
import dev.guanjia.organisation.OrganisationTemplate;
import dev.guanjia.organisation.OrganisationTemplates;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.segregation.Overrides;
import dev.guanjia.organisation.segregation.Segregation;
import dev.guanjia.organisation.segregation.SegregationRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A single community with one person in each of its posts, and two stewards. */
public final class Office {

    public static final LocalDate BEGIN = LocalDate.of(2024, 1, 1);
    public static final LocalDate DAY = LocalDate.of(2024, 3, 15);
    public static final Instant AT = Instant.parse("2024-03-15T02:00:00Z");
    public static final Segregation SEGREGATION =
            new Segregation(SegregationRules.load(), Overrides.none());
    public static final ApprovalChains CHAINS = ApprovalChains.load();
    private static final PostCatalogue POSTS = PostCatalogue.load();
    public static final OrganisationTemplate TEMPLATE =
            OrganisationTemplates.load(POSTS).find("SINGLE_COMMUNITY").orElseThrow();
    public static final Company COMPANY = new Company(POSTS, TEMPLATE, CHAINS.roles());

    public static final Actor MANAGER = actor("sf_manager", "PROPERTY_MANAGER");
    public static final Actor SUPERVISOR = actor("sf_supervisor", "CS_SUPERVISOR");
    public static final Actor STEWARD = actor("sf_steward", "STEWARD");
    public static final Actor STEWARD2 = actor("sf_steward2", "STEWARD");
    public static final Actor ACCOUNTANT = actor("sf_accountant", "ACCOUNTANT");
    public static final Actor CASHIER = actor("sf_cashier", "CASHIER");
    public static final Actor STOREKEEPER = actor("sf_storekeeper", "STOREKEEPER");
    public static final List<Actor> STAFF =
            List.of(MANAGER, SUPERVISOR, STEWARD, STEWARD2, ACCOUNTANT, CASHIER, STOREKEEPER);
    public static final Assignments ASSIGNMENTS = assignments(STAFF);

    private Office() {}

    public static Assignments assignments(List<Actor> held) {
        return new Assignments(
                held.stream()
                        .map(one -> Assignment.openEnded(one.staff(), one.post(), BEGIN))
                        .toList());
    }

    public static Actor actor(String staff, String post) {
        return new Actor(new StaffId(staff), new PostKey(post), "v1");
    }

    static Approvals approvals(AuthorityLimit... limits) {
        return approvals(Mandates.from(ASSIGNMENTS), limits);
    }

    static Approvals approvals(Mandates mandates, AuthorityLimit... limits) {
        Powers powers = new Powers(CHAINS, new AuthorityLimits(List.of(limits)), "v1");
        return new Approvals(COMPANY, mandates, SEGREGATION, powers);
    }

    static AuthorityLimit limit(String kind, String post, String yuan) {
        return new AuthorityLimit(
                new AuthorityKind(kind), new PostKey(post), yuan(yuan), BEGIN, false);
    }

    static Money yuan(String text) {
        return Money.parse(text, Money.CNY);
    }

    static ApprovalRequest request(String kind, String yuan, Actor requester) {
        return new ApprovalRequest(
                "ap_1",
                new AuthorityKind(kind),
                Optional.of(yuan).filter(text -> !text.isEmpty()).map(Office::yuan),
                requester,
                DAY,
                List.of("paper"),
                List.of());
    }

    static ApprovalCase opened(Approvals approvals, ApprovalRequest request) {
        return accepted(approvals.request(request));
    }

    static Ballot grant(Actor actor) {
        return new Ballot(actor, Verdict.GRANT, "", DAY, AT);
    }

    static Delegation delegation(Actor from, StaffId to, String kind, String limit) {
        return new Delegation(
                "de_1",
                from,
                to,
                List.of(new AuthorityKind(kind)),
                Optional.of(limit).filter(text -> !text.isEmpty()).map(Office::yuan),
                DAY,
                DAY.plusDays(6));
    }
}
