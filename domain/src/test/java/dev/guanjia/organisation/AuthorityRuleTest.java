package dev.guanjia.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityRuleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);

    @ParameterizedTest(name = "{0} in {1} is for {2}")
    @CsvSource({
        "WAIVER,           SINGLE_COMMUNITY,     PROPERTY_MANAGER",
        "WRITE_OFF,        SINGLE_COMMUNITY,     PROPERTY_MANAGER",
        "REFUND,           SINGLE_COMMUNITY,     PROPERTY_MANAGER",
        "PAYMENT_REVERSAL, SINGLE_COMMUNITY,     PROPERTY_MANAGER",
        "DEPOSIT_REFUND,   SINGLE_COMMUNITY,     CS_SUPERVISOR",
        "DEPOSIT_REFUND,   SIX_LINE_DEPARTMENTS, FINANCE_MANAGER",
        "DEPOSIT_REFUND,   GROUP,                GENERAL_MANAGER",
    })
    void whoMaySignAnyAmount(AuthorityKind kind, String template, String post) {
        assertThat(signers(kind, template)).containsExactly(new PostKey(post));
    }

    /** A rule of a role that a template does not fill would stop the whole company. */
    @ParameterizedTest
    @CsvSource({"WAIVER", "DEFERRAL", "WRITE_OFF", "REFUND", "PAYMENT_REVERSAL", "DEPOSIT_REFUND"})
    void everyTemplateFillsTheRole(AuthorityKind kind) {
        assertThat(OrganisationTemplates.load().all())
                .allSatisfy(form -> assertThat(signers(kind, form.id())).hasSize(1));
    }

    private static List<PostKey> signers(AuthorityKind kind, String template) {
        OrganisationTemplate form = OrganisationTemplates.load().find(template).orElseThrow();
        return AuthorityRule.load().stream()
                .filter(rule -> rule.kind().equals(kind) && !rule.from().isAfter(DAY))
                .map(rule -> form.post(rule.role()))
                .toList();
    }
}
