package dev.guanjia.benchmark;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.AuthorityLimit;
import dev.guanjia.organisation.AuthorityLimits;
import dev.guanjia.organisation.OrganisationTemplates;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.authority.Answer;
import dev.guanjia.organisation.authority.ApprovalCase;
import dev.guanjia.organisation.authority.ApprovalChains;
import dev.guanjia.organisation.authority.ApprovalRequest;
import dev.guanjia.organisation.authority.Approvals;
import dev.guanjia.organisation.authority.Company;
import dev.guanjia.organisation.authority.Mandates;
import dev.guanjia.organisation.authority.Powers;
import dev.guanjia.organisation.segregation.Overrides;
import dev.guanjia.organisation.segregation.Segregation;
import dev.guanjia.organisation.segregation.SegregationReport;
import dev.guanjia.organisation.segregation.SegregationRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a company pays for asking: one authority decision that is granted, one by limit, one that is
 * denied with the people who could; and the segregation report of everybody.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AuthorityBenchmark {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 15);
    private static final List<String> MANY =
            List.of("STEWARD", "CS_ASSISTANT", "MAINTENANCE_WORKER");

    @Param({"100", "1000", "10000"})
    private int staff;

    private Approvals approvals;
    private Mandates mandates;
    private Segregation segregation;
    private ApprovalCase waiver;
    private final Actor manager = actor(0, "PROPERTY_MANAGER");
    private final Actor supervisor = actor(1, "CS_SUPERVISOR");
    private final Actor cashier = actor(3, "CASHIER");

    @Setup
    public void hire() {
        PostCatalogue posts = PostCatalogue.load();
        ApprovalChains chains = ApprovalChains.load();
        Company company =
                new Company(
                        posts,
                        OrganisationTemplates.load(posts).find("SINGLE_COMMUNITY").orElseThrow(),
                        chains.roles());
        segregation = new Segregation(SegregationRules.load(), Overrides.none());
        mandates = Mandates.from(new Assignments(rows()));
        AuthorityLimits limits =
                new AuthorityLimits(
                        List.of(
                                new AuthorityLimit(
                                        AuthorityKind.WAIVER,
                                        supervisor.post(),
                                        Money.fen(100_000),
                                        DAY,
                                        false)));
        approvals = new Approvals(company, mandates, segregation, new Powers(chains, limits, "v1"));
        waiver = approvals.request(request()).fold(opened -> opened, refused -> missing());
    }

    @Benchmark
    public Answer grantedByRole() {
        return approvals.ask(waiver, manager, DAY);
    }

    @Benchmark
    public Answer grantedByLimit() {
        return approvals.ask(waiver, supervisor, DAY);
    }

    @Benchmark
    public Answer deniedWithThePeopleWhoCould() {
        return approvals.ask(waiver, cashier, DAY);
    }

    @Benchmark
    public SegregationReport reportOnEverybody() {
        return segregation.report(mandates.holdings(), DAY);
    }

    private List<Assignment> rows() {
        List<Assignment> rows = new ArrayList<>();
        for (Actor one : List.of(manager, supervisor, actor(2, "ACCOUNTANT"), cashier)) {
            rows.add(Assignment.openEnded(one.staff(), one.post(), DAY));
        }
        for (int i = 4; i < staff; i++) {
            Actor one = actor(i, MANY.get(i % MANY.size()));
            rows.add(Assignment.openEnded(one.staff(), one.post(), DAY));
        }
        return rows;
    }

    private ApprovalRequest request() {
        return new ApprovalRequest(
                "ap_1",
                AuthorityKind.WAIVER,
                Optional.of(Money.fen(50_000)),
                actor(6, MANY.get(0)),
                DAY,
                List.of("paper"),
                List.of());
    }

    private static ApprovalCase missing() {
        throw new IllegalStateException("the request is refused");
    }

    private static Actor actor(int number, String post) {
        return new Actor(new StaffId("sf_" + number), new PostKey(post), "v1");
    }
}
