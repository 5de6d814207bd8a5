package dev.guanjia.organisation;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);
    private static final StaffId STEWARD = new StaffId("sf_steward");
    private static final StaffId SIGNER = new StaffId("sf_signer");
    private static final PostKey SUPERVISOR = new PostKey("CS_SUPERVISOR");
    private static final AuthorityLimit HUNDRED = limit("2026-03-01", Money.fen(10_000));
    private static final Authority AUTHORITY = authority(HUNDRED);

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CS_SUPERVISOR    |  99.99   | paper |                    | below the limit
                    CS_SUPERVISOR    | 100.00   | paper |                    | the limit itself
                    CS_SUPERVISOR    | 100.01   | paper | approval-over-limit | one fen over
                    PROPERTY_MANAGER | 100.01   | paper |                    | the leader over it
                    PROPERTY_MANAGER | 99999999 | paper |                    | the leader any amount
                    STEWARD          |   0.01   | paper | no-authority        | a post without limit
                    CS_SUPERVISOR    |  99.99   |       | attachment-missing  | no papers
                    PROPERTY_MANAGER |   0.01   |       | attachment-missing  | not even the leader
                    """)
    void whoSignsHowMuch(String post, String amount, String paper, String refused, String why) {
        SignatureRequest request = request(post, amount, paper);
        assertThat(codes(AUTHORITY.sign(request)))
                .as(why)
                .isEqualTo(Optional.ofNullable(refused).stream().toList());
    }

    @Test
    void nobodySignsTheirOwnRequestNotEvenTheLeader() {
        SignatureRequest own =
                new SignatureRequest(
                        AuthorityKind.WAIVER,
                        Money.fen(1),
                        SIGNER,
                        new Actor(SIGNER, new PostKey("PROPERTY_MANAGER"), "v1"),
                        DAY,
                        List.of("paper"));
        assertThat(codes(AUTHORITY.sign(own))).containsExactly("self-approval");
    }

    @Test
    void everyReasonIsGivenInOrderOfImportance() {
        Actor supervisor = new Actor(SIGNER, SUPERVISOR, "v1");
        Actor cashier = new Actor(SIGNER, new PostKey("CASHIER"), "v1");
        assertThat(codes(AUTHORITY.sign(own(supervisor))))
                .containsExactly("self-approval", "approval-over-limit", "attachment-missing");
        assertThat(codes(AUTHORITY.sign(own(cashier))))
                .containsExactly("self-approval", "no-authority", "attachment-missing");
    }

    @Test
    void aRefusalOverTheLimitNamesTheLimitTheAmountAndWhoCould() {
        String sentence =
                AUTHORITY
                        .sign(request("CS_SUPERVISOR", "100.01", "paper"))
                        .fold(yes -> "", no -> Wording.of(no.get(0), Language.EN));
        assertThat(sentence)
                .isEqualTo(
                        "CS_SUPERVISOR may sign up to CNY 100.00, not CNY 100.01; permitted:"
                                + " PROPERTY_MANAGER.");
    }

    @Test
    void aRefusalForLackOfAuthorityNamesEveryPostThatCould() {
        List<Refusal> reasons =
                AUTHORITY
                        .sign(request("STEWARD", "100.00", "paper"))
                        .fold(yes -> List.of(), no -> no);
        assertThat(reasons.get(0).facts())
                .containsEntry("permitted", "PROPERTY_MANAGER, CS_SUPERVISOR");
    }

    @ParameterizedTest(name = "signed on {0}: {1}")
    @CsvSource({
        "2026-02-28, no-authority",
        "2026-03-01,",
        "2026-03-31,",
        "2026-04-01, approval-over-limit"
    })
    void theLatestLimitAtOrBeforeTheDayHolds(LocalDate day, String refused) {
        Authority twice = authority(limit("2026-04-01", Money.fen(5_000)), HUNDRED);
        SignatureRequest request = on(day, Money.fen(10_000));
        assertThat(codes(twice.sign(request)))
                .isEqualTo(Optional.ofNullable(refused).stream().toList());
    }

    @Test
    void beforeTheFirstRuleNobodySigns() {
        SignatureRequest early = on(LocalDate.of(2025, 12, 31), Money.fen(1));
        List<Refusal> reasons = AUTHORITY.sign(early).fold(yes -> List.of(), no -> no);
        assertThat(reasons).hasSize(1);
        assertThat(reasons.get(0).facts()).containsEntry("permitted", "-");
    }

    @Test
    void aLimitInAnotherCurrencyGivesNoAuthority() {
        Money dollar = Money.parse("1.00", Currency.getInstance("USD"));
        assertThat(codes(AUTHORITY.sign(on(DAY, dollar)))).containsExactly("no-authority");
    }

    @Test
    void aLimitOfZeroTakesTheAuthorityAway() {
        Authority none = authority(limit("2026-03-01", Money.fen(0)));
        assertThat(codes(none.sign(on(DAY, Money.fen(1))))).containsExactly("approval-over-limit");
    }

    @Test
    void aSignatureSaysWhatItRestsOn() {
        Signature signature = accepted(AUTHORITY.sign(request("CS_SUPERVISOR", "100.00", "paper")));
        assertThat(signature.rule()).isEqualTo("AUT-20");
        assertThat(signature.limit()).contains(HUNDRED);
        assertThat(signature.authorityVersion()).isEqualTo("v1");
    }

    @Test
    void aSecondLimitFromTheSameDayIsRefused() {
        AuthorityLimits limits = new AuthorityLimits(List.of(HUNDRED));
        assertThat(codes(limits.add(limit("2026-03-01", Money.fen(1)))))
                .containsExactly("authority-limit-exists");
        assertThat(accepted(limits.add(limit("2026-03-02", Money.fen(1)))).rows()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AuthorityLimits(List.of(HUNDRED, HUNDRED)));
    }

    @Test
    void nothingNeedsNoSignature() {
        assertThatIllegalArgumentException().isThrownBy(() -> on(DAY, Money.fen(0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limit("2026-03-01", Money.fen(-1)))
                .withMessage("limit is negative: CNY -0.01");
    }

    private static Authority authority(AuthorityLimit... limits) {
        OrganisationTemplate template =
                OrganisationTemplates.load(PostCatalogue.load())
                        .find("SINGLE_COMMUNITY")
                        .orElseThrow();
        return new Authority(
                template, AuthorityRule.load(), new AuthorityLimits(List.of(limits)), "v1");
    }

    private static AuthorityLimit limit(String from, Money limit) {
        return new AuthorityLimit(
                AuthorityKind.WAIVER, SUPERVISOR, limit, LocalDate.parse(from), true);
    }

    private static SignatureRequest request(String post, String amount, String paper) {
        return new SignatureRequest(
                AuthorityKind.WAIVER,
                Money.parse(amount, Money.CNY),
                STEWARD,
                new Actor(SIGNER, new PostKey(post), "v1"),
                DAY,
                Optional.ofNullable(paper).stream().toList());
    }

    private static SignatureRequest own(Actor signer) {
        return new SignatureRequest(
                AuthorityKind.WAIVER, Money.fen(10_001), SIGNER, signer, DAY, List.of());
    }

    private static SignatureRequest on(LocalDate day, Money amount) {
        return new SignatureRequest(
                AuthorityKind.WAIVER,
                amount,
                STEWARD,
                new Actor(SIGNER, SUPERVISOR, "v1"),
                day,
                List.of("paper"));
    }
}
