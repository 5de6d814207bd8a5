package dev.guanjia.plan;

import static dev.guanjia.organisation.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.company.Organisation;
import dev.guanjia.organisation.company.OrganisationModels;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaffingTest {

    private static final LocalDate CLOSED = LocalDate.of(2026, 3, 1);
    private static final PostKey ASSISTANT = new PostKey("CS_ASSISTANT");
    private static final PostKey SUPERVISOR = new PostKey("CS_SUPERVISOR");

    @Test
    void forAPostThatIsGoneTheSuperiorOfItsLastDayActsAndNotItself() {
        Staffing staffing = withoutAssistant();
        Instant before = Instant.parse("2026-02-28T15:59:59Z");
        Instant after = Instant.parse("2026-02-28T16:00:00Z");
        assertThat(staffing.knows(ASSISTANT, staffing.day(before))).isTrue();
        assertThat(staffing.actingFor(ASSISTANT, before)).isEqualTo(ASSISTANT);
        assertThat(staffing.knows(ASSISTANT, staffing.day(after))).isFalse();
        assertThat(staffing.actingFor(ASSISTANT, after)).isEqualTo(SUPERVISOR);
    }

    @Test
    void onAMatterOfThatSuperiorTheNextAboveActs() {
        Instant after = Instant.parse("2026-02-28T16:00:00Z");
        assertThat(withoutAssistant().actingFor(ASSISTANT, Plans.staff(SUPERVISOR), after))
                .contains(new PostKey("PROPERTY_MANAGER"));
    }

    private static Staffing withoutAssistant() {
        Organisation company =
                accepted(
                        Organisation.start(
                                        OrganisationModels.load()
                                                .find("SINGLE_COMMUNITY")
                                                .orElseThrow(),
                                        LocalDate.of(2026, 1, 1))
                                .retirePost(ASSISTANT, CLOSED));
        Assignments held =
                new Assignments(
                        company.on(LocalDate.of(2026, 1, 1)).all().stream()
                                .map(post -> Plans.holds(Plans.staff(post.key()), post.key()))
                                .toList());
        PostKey leader = company.model().template().leader();
        return new Staffing(
                new Responsibility(company.posts(), leader, held, List.of()), Plans.SHANGHAI);
    }
}
