package dev.guanjia.organisation.segregation;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.Wording;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.OrganisationTemplate;
import dev.guanjia.organisation.OrganisationTemplates;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegregationTest {

    private static final LocalDate BEGIN = LocalDate.of(2024, 1, 1);
    private static final LocalDate APRIL = LocalDate.of(2024, 4, 1);
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 30);
    private static final StaffId LI = new StaffId("sf_li");
    private static final Actor MANAGER = actor("sf_manager", "PROPERTY_MANAGER");
    private static final OrganisationTemplate COMPANY =
            OrganisationTemplates.load(PostCatalogue.load()).find("SINGLE_COMMUNITY").orElseThrow();
    private static final Segregation PLAIN =
            new Segregation(SegregationRules.load(), Overrides.none());
    private static final SegregatedPair PAIR =
            new SegregatedPair(
                    "SOD-05", new SegregationKey("CASHIER"), new SegregationKey("ACCOUNTANT"));
    private static final Assignments HELD =
            new Assignments(
                    List.of(
                            held("sf_manager", "PROPERTY_MANAGER"),
                            held("sf_li", "ACCOUNTANT"),
                            held("sf_wang", "STEWARD")));

    @Test
    void theAccountantIsNotMadeCashierAndTheRefusalNamesPersonPairRuleAndSource() {
        List<Refusal> reasons =
                PLAIN.assign(HELD, List.of(), cashierFrom(APRIL))
                        .fold(all -> List.of(), refused -> refused);
        assertThat(reasons).hasSize(1);
        assertThat(Wording.of(reasons.get(0), Language.EN))
                .isEqualTo(
                        "sf_li may not combine CASHIER with ACCOUNTANT (rule SOD-05; 01 SOD-05;"
                                + " 000); last override ended: -.");
    }

    @Test
    void anotherPersonIsMadeCashier() {
        Assignment wang = held("sf_wang", "CASHIER");
        assertThat(accepted(PLAIN.assign(HELD, List.of(), wang)).rows()).hasSize(4);
    }

    @Test
    void theSamePostTwiceIsStillAnOverlap() {
        assertThat(codes(PLAIN.assign(HELD, List.of(), held("sf_wang", "STEWARD"))))
                .containsExactly("assignment-overlaps");
    }

    @ParameterizedTest(name = "accountant until 31 March, cashier from {0}: {1}")
    @CsvSource({"2024-03-31, segregation-violated", "2024-04-01,"})
    void postsOnDifferentDaysAreNotCombined(LocalDate from, String refused) {
        Assignments left =
                new Assignments(
                        List.of(
                                new Assignment(
                                        LI,
                                        new PostKey("ACCOUNTANT"),
                                        BEGIN,
                                        Optional.of(APRIL.minusDays(1)))));
        assertThat(codes(PLAIN.assign(left, List.of(), cashierFrom(from))))
                .isEqualTo(Optional.ofNullable(refused).stream().toList());
    }

    @Test
    void nobodyKeepsBothBankSealsAndTheCashierNeverTheFinanceSeal() {
        Holding manager = Holding.keeping(LI, "GENERAL_MANAGER_SEAL", BEGIN);
        Holding finance = Holding.keeping(LI, "FINANCE_SEAL", APRIL);
        Holdings held = Holdings.of(new Assignments(List.of()), List.of(manager));
        assertThat(PLAIN.clashes(held, finance))
                .extracting(r -> r.facts().get("rule"))
                .containsExactly("SOD-01");
        Holdings cashier = Holdings.of(new Assignments(List.of(cashierFrom(BEGIN))), List.of());
        assertThat(PLAIN.clashes(cashier, finance))
                .extracting(r -> r.facts().get("rule"))
                .containsExactly("SOD-02");
        assertThat(
                        codes(
                                PLAIN.assign(
                                        new Assignments(List.of()),
                                        List.of(finance),
                                        cashierFrom(BEGIN))))
                .containsExactly("segregation-violated");
    }

    @Test
    void theAccountantWhoActsAsFinanceManagerIsAllowedAndReported() {
        Assignments both =
                accepted(PLAIN.assign(HELD, List.of(), held("sf_li", "FINANCE_MANAGER")));
        SegregationReport report = PLAIN.report(Holdings.of(both, List.of()), APRIL);
        assertThat(report.of(Violation.Standing.FLAGGED))
                .extracting(row -> row.staff().value(), row -> row.pair().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "sf_li", "ACCOUNTANT + FINANCE_MANAGER (SOD-19)"));
        assertThat(report.of(Violation.Standing.BREACH)).isEmpty();
        assertThat(
                        codes(
                                PLAIN.act(
                                        actor("sf_li", "ACCOUNTANT"),
                                        Holdings.of(both, List.of()),
                                        APRIL)))
                .isEmpty();
    }

    @Test
    void anOverrideLiftsThePairUntilItsLastDayAndThenTheStateIsReportedAndTheActRefused() {
        Segregation lifted = accepted(PLAIN.override(override(MANAGER), COMPANY, holdings(HELD)));
        Assignments both = accepted(lifted.assign(HELD, List.of(), cashierFrom(APRIL)));
        Holdings held = holdings(both);
        Actor cashier = actor("sf_li", "CASHIER");

        SegregationReport live = lifted.report(held, JUNE);
        assertThat(live.of(Violation.Standing.OVERRIDDEN)).hasSize(1);
        assertThat(live.live()).containsExactly(override(MANAGER));
        assertThat(live.expired()).isEmpty();
        assertThat(codes(lifted.act(cashier, held, JUNE))).isEmpty();

        LocalDate after = JUNE.plusDays(1);
        SegregationReport ended = lifted.report(held, after);
        assertThat(ended.of(Violation.Standing.BREACH))
                .containsExactly(
                        new Violation(
                                LI,
                                PAIR,
                                APRIL,
                                Violation.Standing.BREACH,
                                Optional.of(override(MANAGER))));
        assertThat(ended.expired()).containsExactly(override(MANAGER));
        assertThat(ended.live()).isEmpty();
        List<Refusal> reasons =
                lifted.act(cashier, held, after).fold(yes -> List.of(), refused -> refused);
        assertThat(reasons).extracting(r -> r.code().key()).containsExactly("segregation-violated");
        assertThat(reasons.get(0).facts()).containsEntry("override", "2024-06-30");
    }

    @ParameterizedTest(name = "override from 1 April to 30 June, cashier from {0}: {1}")
    @CsvSource({
        "2024-03-31, segregation-violated",
        "2024-04-01,",
        "2024-06-30,",
        "2024-07-01, segregation-violated"
    })
    void anOverrideMustBeLiveOnTheFirstDayOfTheCombination(LocalDate from, String refused) {
        Segregation lifted = accepted(PLAIN.override(override(MANAGER), COMPANY, holdings(HELD)));
        assertThat(codes(lifted.assign(HELD, List.of(), cashierFrom(from))))
                .isEqualTo(Optional.ofNullable(refused).stream().toList());
    }

    @Test
    void anOverrideIsOfOnePersonAndOnePair() {
        Segregation lifted = accepted(PLAIN.override(override(MANAGER), COMPANY, holdings(HELD)));
        Assignment storekeeper = Assignment.openEnded(LI, new PostKey("STOREKEEPER"), APRIL);
        assertThat(codes(lifted.assign(HELD, List.of(), storekeeper)))
                .containsExactly("segregation-violated");
    }

    @Test
    void anOverrideNeedsAnotherPersonWithAuthority() {
        assertThat(
                        codes(
                                PLAIN.override(
                                        override(actor("sf_li", "ACCOUNTANT")),
                                        COMPANY,
                                        holdings(HELD))))
                .containsExactly("override-for-oneself", "override-without-authority");
        assertThat(
                        codes(
                                PLAIN.override(
                                        override(actor("sf_wang", "STEWARD")),
                                        COMPANY,
                                        holdings(HELD))))
                .containsExactly("override-without-authority");
        assertThat(
                        codes(
                                PLAIN.override(
                                        override(actor("sf_wang", "PROPERTY_MANAGER")),
                                        COMPANY,
                                        holdings(HELD))))
                .containsExactly("override-without-authority");
    }

    @Test
    void anOverrideIsNotBackdatedNorGivenTwice() {
        RuleOverride late =
                new RuleOverride(LI, PAIR, MANAGER, "leave", APRIL.plusDays(1), APRIL, JUNE);
        assertThat(codes(PLAIN.override(late, COMPANY, holdings(HELD))))
                .containsExactly("override-backdated");
        Segregation lifted = accepted(PLAIN.override(override(MANAGER), COMPANY, holdings(HELD)));
        assertThat(codes(lifted.override(override(MANAGER), COMPANY, holdings(HELD))))
                .containsExactly("override-overlaps");
    }

    @Test
    void someRulesAreLiftedByNobodyAndUnknownPairsNotAtAll() {
        SegregatedPair seals =
                new SegregatedPair(
                        "SOD-01",
                        new SegregationKey("FINANCE_SEAL"),
                        new SegregationKey("GENERAL_MANAGER_SEAL"));
        SegregatedPair wrong =
                new SegregatedPair(
                        "SOD-05", new SegregationKey("STEWARD"), new SegregationKey("ACCOUNTANT"));
        assertThat(codes(PLAIN.override(of(seals), COMPANY, holdings(HELD))))
                .containsExactly("override-not-allowed");
        assertThat(codes(PLAIN.override(of(wrong), COMPANY, holdings(HELD))))
                .containsExactly("segregation-rule-unknown");
    }

    @Test
    void anOverrideWithoutReasonOrEndIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleOverride(LI, PAIR, MANAGER, " ", BEGIN, APRIL, JUNE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleOverride(LI, PAIR, MANAGER, "x", BEGIN, JUNE, APRIL));
    }

    @Test
    void nobodyDoesBothActsOfACase() {
        SegregationKey calculated = new SegregationKey("CHARGE_CALCULATED");
        SegregationKey confirmed = new SegregationKey("CHARGE_CONFIRMED");
        List<Act> done = List.of(new Act(calculated, LI));
        assertThat(codes(PLAIN.perform(done, new Act(confirmed, LI), APRIL)))
                .containsExactly("segregation-violated");
        assertThat(codes(PLAIN.perform(done, new Act(confirmed, MANAGER.staff()), APRIL)))
                .isEmpty();
        assertThat(codes(PLAIN.perform(done, new Act(calculated, LI), APRIL))).isEmpty();
    }

    @Test
    void aRuleThatBeginsLaterForbidsFromItsFirstDay() {
        Segregation own =
                new Segregation(
                        SegregationRules.load()
                                .with(
                                        SegregationRules.parse(
                                                "own.csv",
                                                "id,zh,en,kind,left,right,effect,override,from,source\n"
                                                        + "OWN-1,甲,A,POSTS,STEWARD,CS_ASSISTANT,FORBID,"
                                                        + "COMPANY_LEADER,2024-04-01,own\n")),
                        Overrides.none());
        Assignment open = held("sf_wang", "CS_ASSISTANT");
        Assignment ended =
                new Assignment(open.staff(), open.post(), BEGIN, Optional.of(APRIL.minusDays(1)));
        assertThat(codes(own.assign(HELD, List.of(), open)))
                .containsExactly("segregation-violated");
        assertThat(codes(own.assign(HELD, List.of(), ended))).isEmpty();
        Holdings both = holdings(accepted(PLAIN.assign(HELD, List.of(), open)));
        assertThat(own.report(both, APRIL.minusDays(1)).violations()).isEmpty();
        assertThat(own.report(both, APRIL).violations())
                .extracting(Violation::since)
                .containsExactly(APRIL);
    }

    private static RuleOverride override(Actor approver) {
        return new RuleOverride(LI, PAIR, approver, "leave of the cashier", BEGIN, APRIL, JUNE);
    }

    private static RuleOverride of(SegregatedPair pair) {
        return new RuleOverride(LI, pair, MANAGER, "leave", BEGIN, APRIL, JUNE);
    }

    private static Holdings holdings(Assignments assignments) {
        return Holdings.of(assignments, List.of());
    }

    private static Assignment cashierFrom(LocalDate day) {
        return Assignment.openEnded(LI, new PostKey("CASHIER"), day);
    }

    private static Assignment held(String staff, String post) {
        return Assignment.openEnded(new StaffId(staff), new PostKey(post), BEGIN);
    }

    private static Actor actor(String staff, String post) {
        return new Actor(new StaffId(staff), new PostKey(post), "v1");
    }
}
