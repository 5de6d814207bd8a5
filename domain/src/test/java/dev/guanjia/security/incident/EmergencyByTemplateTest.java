package dev.guanjia.security.incident;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static dev.guanjia.security.incident.Fires.minute;
import static dev.guanjia.security.incident.Fires.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Permissions;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.organisation.company.Organisation;
import dev.guanjia.organisation.company.OrganisationModel;
import dev.guanjia.organisation.company.OrganisationModels;
import dev.guanjia.security.incident.Incident.Action;
import dev.guanjia.security.incident.Incident.State;
import dev.guanjia.security.incident.IncidentReport.Cause;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped kind of emergency in a company of every template. */
class EmergencyByTemplateTest {

    private static final Permissions PERMISSIONS = Permissions.load();
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    static List<OrganisationModel> templates() {
        return OrganisationModels.load().all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyKindReachesItsEndByThePlanThatShipsAndWithoutAny(OrganisationModel model) {
        HolderResolution company = Organisation.start(model, DAY).resolution(DAY);
        Responders responders = new Responders(company::posts);
        assertThat(EmergencyPlans.load()).hasSize(7);
        for (EmergencyPlan draft : EmergencyPlans.load().values()) {
            Actor leader = actor("sf_leader", model.template().leader());
            EmergencyPlan approved = accepted(draft.approve(leader, minute(-9), responders));
            for (long day : new long[] {-10, 0}) {
                Incident ended = end(approved.inForce(minute(day)), company, responders);
                assertThat(ended.state()).as(draft.kind().id()).isEqualTo(State.CLOSED);
            }
        }
    }

    /** From below: whoever stands lowest begins, and the command goes up as far as it has to. */
    private static Incident end(PlanVersion plan, HolderResolution company, Responders responders) {
        Comparator<PostKey> up = Comparator.comparing(responders::rank);
        List<PostKey> act = who("transition-incident", company);
        Actor first = actor("sf_first", act.stream().max(up).orElseThrow());
        Actor highest = actor("sf_highest", act.stream().min(up).orElseThrow());
        Incident now = Fires.reported("in_1", plan);
        now = accepted(now.take(IncidentEvent.of(Action.VERIFY, first, minute(1)), responders));
        now = accepted(now.take(IncidentEvent.of(Action.RESPOND, first, minute(2)), responders));
        for (PlanStep step : plan.steps()) {
            PostKey post = responders.posts(step.limit().post()).get(0);
            assertThat(company.company().find(post)).as(step.id()).isPresent();
            IncidentEvent tick = IncidentEvent.tick(step.id(), actor("sf_3", post), minute(3));
            now = accepted(now.take(tick, responders));
        }
        if (plan.tell().isPresent()) {
            PostKey told = responders.posts(plan.tell().orElseThrow().post()).get(0);
            assertThat(act).as("says that they know").contains(told);
            IncidentEvent heard =
                    IncidentEvent.of(Action.ACKNOWLEDGE, actor("sf_4", told), minute(4));
            now = accepted(now.take(heard, responders));
        }
        now = accepted(now.take(IncidentEvent.of(Action.CONTAIN, first, minute(5)), responders));
        now = accepted(now.take(IncidentEvent.of(Action.REPORT_UP, first, minute(6)), responders));
        IncidentEvent taken = IncidentEvent.of(Action.TAKE_COMMAND, highest, minute(7));
        Actor last = first;
        if (codes(now.take(taken, responders)).isEmpty()) {
            now = accepted(now.take(taken, responders));
            last = highest;
        }
        now = accepted(now.take(IncidentEvent.of(Action.CLEAR_UP, last, minute(8)), responders));
        Actor writes = actor("sf_5", who("file-incident-report", company).get(0));
        IncidentEvent file = IncidentEvent.file(report(Cause.CHANCE), writes, minute(9));
        now = accepted(now.take(file, responders));
        Actor closes = actor("sf_6", who("review-incident", company).get(0));
        return accepted(now.take(IncidentEvent.of(Action.CLOSE, closes, minute(10)), responders));
    }

    @Test
    void everyKeyOfTheRowsMeansAPostOfSomeTemplate() {
        List<HolderResolution> companies =
                templates().stream()
                        .map(model -> Organisation.start(model, DAY).resolution(DAY))
                        .toList();
        Set<String> strange = new TreeSet<>();
        Responders.keys().stream()
                .filter(key -> companies.stream().allMatch(one -> one.posts(key).isEmpty()))
                .forEach(key -> strange.add(key.value()));
        assertThat(strange).containsExactly("HOUSING_SUPERVISOR");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void headsOfPublicOrderHandleIncidentsAndDrills(OrganisationModel model) {
        HolderResolution company = Organisation.start(model, DAY).resolution(DAY);
        Responders responders = new Responders(company::posts);
        List<PostKey> heads =
                company.company().all().stream()
                        .map(Post::key)
                        .filter(post -> responders.rank(post) <= 5)
                        .toList();
        assertThat(heads).contains(model.template().leader());
        Stream.of(
                        "transition-incident",
                        "file-incident-report",
                        "revise-emergency-plan",
                        "plan-drill",
                        "hold-drill",
                        "move-drill",
                        "cancel-drill")
                .forEach(command -> assertThat(who(command, company)).containsAll(heads));
    }

    private static List<PostKey> who(String command, HolderResolution company) {
        return company.company().all().stream()
                .map(Post::key)
                .filter(
                        post ->
                                PERMISSIONS
                                        .permit(command, post, company.company())
                                        .fold(yes -> true, no -> false))
                .toList();
    }

    private static Actor actor(String id, PostKey post) {
        return new Actor(new StaffId(id), post, "v1");
    }
}
