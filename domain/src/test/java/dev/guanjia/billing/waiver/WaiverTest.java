package dev.guanjia.billing.waiver;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.Billing;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Authority;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.AuthorityLimit;
import dev.guanjia.organisation.AuthorityLimits;
import dev.guanjia.organisation.AuthorityRule;
import dev.guanjia.organisation.OrganisationTemplates;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiverTest {

    static final LocalDate DAY = LocalDate.of(2026, 4, 20);
    static final Actor STEWARD = actor("sf_steward", "STEWARD");
    static final Actor LEADER = actor("sf_leader", "PROPERTY_MANAGER");
    private static final Actor SUPERVISOR = actor("sf_supervisor", "CS_SUPERVISOR");
    static final Authority AUTHORITY = authority();
    private static final WaiverGrounds GROUNDS =
            new WaiverGrounds("leak in the riser", List.of("photo-1"));

    @ParameterizedTest(name = "{0} fen of {1} because ''{2}'': {3}")
    @CsvSource(
            textBlock =
                    """
                    1,    10000, leak, ''
                    10000,10000, leak, ''
                    10001,10000, leak, waiver-over-open
                    1,    0,     leak, waiver-over-open
                    0,    10000, leak, waiver-not-positive
                    -1,   10000, leak, waiver-not-positive
                    1,    10000, ' ',  waiver-without-reason
                    0,    10000, '',   waiver-not-positive waiver-without-reason
                    """)
    void aProposalGivesUpSomethingThatIsOwedAndSaysWhy(
            long fen, long open, String reason, String expected) {
        WaiverGrounds grounds = new WaiverGrounds(reason, List.of());
        var decision = proposal(Money.fen(fen), grounds).propose(Money.fen(open));
        assertThat(String.join(" ", codes(decision))).isEqualTo(expected);
    }

    @Test
    void anotherCurrencyIsRefused() {
        Money dollars = new Money(Currency.getInstance("USD"), 1);
        assertThat(codes(proposal(dollars, GROUNDS).propose(Money.fen(100))))
                .containsExactly("currency-mismatch");
    }

    @Test
    void theSignaturePostsTheWaiver() {
        Waiver waiver = proposed(10_001);
        WaiverPosted posted = accepted(sign(waiver, LEADER, 20_000));
        assertThat(posted.amount()).isEqualTo(Money.fen(10_001));
        assertThat(posted.signature().rule()).isEqualTo("AUT-20");
        assertThat(posted.signature().request().signedOn()).isEqualTo(DAY);
        assertThat(posted.applyTo(waiver).state()).isEqualTo(WaiverState.POSTED);
        assertThat(accepted(sign(proposed(10_000), SUPERVISOR, 20_000)).amount())
                .isEqualTo(Money.fen(10_000));
    }

    @Test
    void aWaiverIsPostedOnce() {
        Waiver waiver = proposed(100);
        WaiverPosted posted = accepted(sign(waiver, LEADER, 100));
        Waiver after = posted.applyTo(waiver);
        String sentence =
                sign(after, LEADER, 100)
                        .fold(event -> "", reasons -> Wording.of(reasons.get(0), Language.EN));
        assertThat(sentence)
                .isEqualTo("Waiver wv_1 is POSTED; SIGN does not start there (possible: -).");
        assertThatIllegalArgumentException().isThrownBy(() -> posted.applyTo(after));
        assertThat(after.next(WaiverAction.SIGN)).isEmpty();
    }

    @Test
    void whoProposedDoesNotSign() {
        Actor both = actor("sf_steward", "PROPERTY_MANAGER");
        assertThat(codes(sign(proposed(100), both, 100))).containsExactly("self-approval");
    }

    @Test
    void theAuthorityDecidesWhoSignsHowMuchAndWithWhichPapers() {
        assertThat(codes(sign(proposed(10_001), SUPERVISOR, 20_000)))
                .containsExactly("approval-over-limit");
        Actor cashier = actor("sf_cashier", "CASHIER");
        assertThat(codes(sign(proposed(1), cashier, 20_000))).containsExactly("no-authority");
        WaiverGrounds bare = new WaiverGrounds("leak", List.of());
        Waiver unproved = accepted(proposal(Money.fen(1), bare).propose(Money.fen(1)));
        assertThat(codes(sign(unproved, LEADER, 1))).containsExactly("attachment-missing");
    }

    @Test
    void whatWasPaidMeanwhileCannotBeWaivedAnyMore() {
        assertThat(codes(sign(proposed(100), LEADER, 99))).containsExactly("waiver-over-open");
        assertThat(codes(sign(proposed(100), STEWARD, 99)))
                .as("every reason, ours first")
                .containsExactly("waiver-over-open", "self-approval", "no-authority");
    }

    @Test
    void aSignatureIsNotDatedBeforeTheProposal() {
        Waiver waiver = proposed(100);
        LocalDate proposedOn = waiver.proposal().proposedOn();
        Money open = Money.fen(100);
        assertThat(codes(waiver.sign(AUTHORITY, LEADER, open, proposedOn))).isEmpty();
        assertThat(codes(waiver.sign(AUTHORITY, LEADER, open, proposedOn.minusDays(1))))
                .containsExactly("waiver-signed-before-proposed");
    }

    @Test
    void aPostedWaiverWithoutPapersCannotExist() {
        WaiverProposal bare = proposal(Money.fen(1), new WaiverGrounds("leak", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Waiver(bare, WaiverState.POSTED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WaiverGrounds("leak", List.of(" ")));
    }

    @Test
    void aNoOfAnotherRejectsAndANoOfTheProposerWithdraws() {
        Waiver rejected = accepted(proposed(100).reject(no(LEADER, 0)));
        assertThat(rejected.state()).isEqualTo(WaiverState.REJECTED);
        assertThat(rejected.rejection()).isEqualTo(no(LEADER, 0));
        Waiver withdrawn = accepted(proposed(100).reject(no(STEWARD, 0)));
        assertThat(withdrawn.state()).isEqualTo(WaiverState.WITHDRAWN);
        String sentence =
                sign(withdrawn, LEADER, 100)
                        .fold(event -> "", reasons -> Wording.of(reasons.get(0), Language.EN));
        assertThat(sentence)
                .isEqualTo("Waiver wv_1 is WITHDRAWN; SIGN does not start there (possible: -).");
    }

    @Test
    void nothingFollowsANoAndNoNoFollowsASignature() {
        String wrong = "waiver-wrong-state";
        Waiver rejected = accepted(proposed(100).reject(no(LEADER, 0)));
        Waiver posted = accepted(sign(proposed(100), LEADER, 100)).applyTo(proposed(100));
        for (Waiver ended : List.of(rejected, posted)) {
            assertThat(codes(ended.reject(no(LEADER, 1)))).containsExactly(wrong);
            assertThat(codes(ended.reject(no(STEWARD, 1)))).containsExactly(wrong);
            assertThat(codes(sign(ended, LEADER, 100))).containsExactly(wrong);
        }
        WaiverPosted event = accepted(sign(proposed(100), LEADER, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> event.applyTo(rejected));
    }

    @Test
    void aNoIsNotDatedBeforeTheProposal() {
        assertThat(codes(proposed(100).reject(no(LEADER, -2)))).isEmpty();
        String sentence =
                proposed(100)
                        .reject(no(LEADER, -3))
                        .fold(done -> "", reasons -> Wording.of(reasons.get(0), Language.EN));
        assertThat(sentence)
                .isEqualTo(
                        "The waiver was proposed on 2026-04-18; it cannot be refused on"
                                + " 2026-04-17.");
    }

    @Test
    void aNoStandsWithTheStateThatItMakesAndNoOther() {
        WaiverProposal proposal = proposed(100).proposal();
        for (WaiverState state : WaiverState.values()) {
            assertThat(canBe(proposal, state, no(LEADER, 0)))
                    .isEqualTo(state == WaiverState.REJECTED);
            assertThat(canBe(proposal, state, no(STEWARD, 0)))
                    .isEqualTo(state == WaiverState.WITHDRAWN);
            boolean open = state == WaiverState.PROPOSED || state == WaiverState.POSTED;
            assertThat(canBe(proposal, state, null)).isEqualTo(open);
        }
    }

    private static boolean canBe(
            WaiverProposal proposal, WaiverState state, @Nullable WaiverRejection rejection) {
        try {
            return new Waiver(proposal, state, rejection).state() == state;
        } catch (IllegalArgumentException impossible) {
            return false;
        }
    }

    /** A no so many days after the day of the signatures. */
    static WaiverRejection no(Actor by, long days) {
        return new WaiverRejection(by, DAY.plusDays(days));
    }

    private static Decision<WaiverPosted> sign(Waiver waiver, Actor signer, long open) {
        return waiver.sign(AUTHORITY, signer, Money.fen(open), DAY);
    }

    static Waiver proposed(long fen) {
        return accepted(proposal(Money.fen(fen), GROUNDS).propose(Money.fen(20_000)));
    }

    private static WaiverProposal proposal(Money amount, WaiverGrounds grounds) {
        return new WaiverProposal(
                new WaiverId("wv_1"),
                new ChargeId("ch_1"),
                Billing.key("un_1", Billing.SERVICE, Billing.MARCH),
                amount,
                grounds,
                STEWARD,
                DAY.minusDays(2));
    }

    private static Actor actor(String staff, String post) {
        return new Actor(new StaffId(staff), new PostKey(post), "v1");
    }

    private static Authority authority() {
        AuthorityLimit hundred =
                new AuthorityLimit(
                        AuthorityKind.WAIVER,
                        SUPERVISOR.post(),
                        Money.fen(10_000),
                        LocalDate.of(2026, 1, 1),
                        true);
        return new Authority(
                OrganisationTemplates.load(PostCatalogue.load())
                        .find("SINGLE_COMMUNITY")
                        .orElseThrow(),
                AuthorityRule.load(),
                new AuthorityLimits(List.of(hundred)),
                "v1");
    }
}
