package dev.guanjia.organisation.authority;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static dev.guanjia.organisation.authority.Office.CASHIER;
import static dev.guanjia.organisation.authority.Office.DAY;
import static dev.guanjia.organisation.authority.Office.MANAGER;
import static dev.guanjia.organisation.authority.Office.STEWARD;
import static dev.guanjia.organisation.authority.Office.SUPERVISOR;
import static dev.guanjia.organisation.authority.Office.opened;
import static dev.guanjia.organisation.authority.Office.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.OrganisationTemplates;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.RoleKey;
import dev.guanjia.organisation.StandIn;
import dev.guanjia.organisation.segregation.Overrides;
import dev.guanjia.organisation.segregation.Segregation;
import dev.guanjia.organisation.segregation.SegregationRules;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who stands in decides like the holder, and is kept from what the holder is kept from. */
class StandInTest {

    private static final Segregation RULES =
            new Segregation(SegregationRules.load(), Overrides.none());
    private static final StandIn WEEK =
            new StandIn(
                    MANAGER.post(),
                    Optional.of(MANAGER.staff()),
                    SUPERVISOR.staff(),
                    DAY,
                    DAY.plusDays(6));

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({
        "2024-03-14, DENIED",
        "2024-03-15, GRANTED",
        "2024-03-21, GRANTED",
        "2024-03-22, DENIED"
    })
    void theManagersStandInSignsAWaiverFromTheFirstDayToTheLast(
            LocalDate day, Answer.Outcome outcome) {
        Mandates mandates = accepted(Mandates.from(Office.ASSIGNMENTS).standIn(WEEK, RULES));
        Approvals office = Office.approvals(mandates);
        ApprovalCase asked = opened(office, request("WAIVER", "10.00", STEWARD));
        Actor standIn = new Actor(SUPERVISOR.staff(), MANAGER.post(), "v1");
        assertThat(office.ask(asked, standIn, day).outcome()).isEqualTo(outcome);
    }

    @Test
    void whoStandsInPassesNothingOn() {
        Mandates mandates = accepted(Mandates.from(Office.ASSIGNMENTS).standIn(WEEK, RULES));
        Actor standIn = new Actor(SUPERVISOR.staff(), MANAGER.post(), "v1");
        assertThat(
                        codes(
                                Office.approvals(mandates)
                                        .delegate(
                                                Office.delegation(
                                                        standIn, STEWARD.staff(), "WAIVER", ""))))
                .containsExactly("delegation-passed-on");
    }

    @Test
    void aPostThatDoesNotGoWithTheStandInsOwnIsRefusedWhicheverComesFirst() {
        PostKey accountant = new PostKey("ACCOUNTANT");
        StandIn added =
                new StandIn(accountant, Optional.empty(), CASHIER.staff(), DAY, DAY.plusDays(6));
        Mandates cashier = Mandates.from(Office.ASSIGNMENTS);
        assertThat(codes(cashier.standIn(added, RULES))).contains("segregation-violated");

        StandIn other =
                new StandIn(accountant, Optional.empty(), STEWARD.staff(), DAY, DAY.plusDays(6));
        Mandates steward = accepted(cashier.standIn(other, RULES));
        Assignment late = Assignment.openEnded(STEWARD.staff(), CASHIER.post(), DAY.plusDays(6));
        Assignment after = Assignment.openEnded(STEWARD.staff(), CASHIER.post(), DAY.plusDays(7));
        assertThat(codes(steward.assign(late, RULES))).contains("segregation-violated");
        assertThat(accepted(steward.assign(after, RULES)).assignments().rows()).contains(after);
    }

    @ParameterizedTest(name = "{0}: {1} for {2}")
    @CsvSource({
        "GENERAL_MANAGERS_OFFICE, COMPANY_LEADER, GENERAL_MANAGER DEPUTY_GM_D",
        "SIX_LINE_DEPARTMENTS, COMPANY_LEADER, GENERAL_MANAGER DEPUTY_GM_B",
        "SINGLE_COMMUNITY, COMPANY_LEADER, PROPERTY_MANAGER"
    })
    void theAuthorityOfAVacantPostGoesToItsDeputyBeforeItGoesOn(
            String template, String role, String line) {
        PostCatalogue posts = PostCatalogue.templates().get(template);
        Company company =
                new Company(
                        posts,
                        OrganisationTemplates.load().find(template).orElseThrow(),
                        Office.CHAINS.roles());
        assertThat(company.line(new RoleKey(role), posts.all().get(0).key()))
                .extracting(PostKey::value)
                .startsWith(line.split(" "));
    }
}
