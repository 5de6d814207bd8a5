package dev.guanjia.security.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.duty.Duty;
import dev.guanjia.duty.DutyCatalogue;
import dev.guanjia.duty.DutyId;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.property.CommunityId;
import dev.guanjia.security.patrol.PatrolAreas.Area;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a duty asks for is what is registered for its post, in the community and on the day. */
class PatrolAreasTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final CommunityId CM_1 = new CommunityId("cm_1");
    private static final PostKey LEADER = new PostKey("ORDER_SHIFT_LEADER");
    private static final Duty PATROL = duty("D-003-OML-04");
    private static final PatrolAreas AREAS =
            new PatrolAreas(
                    List.of(
                            area("lobby", "cm_1", null),
                            area("garage", "cm_2", null),
                            area("roof", null, MARCH.plusDays(3)),
                            new Area(
                                    "pumps",
                                    Set.of(new PostKey("MAINTENANCE_WORKER")),
                                    Optional.empty(),
                                    MARCH,
                                    Optional.empty())));

    @Test
    void aCommunityHasItsOwnAreasAndThoseOfTheCompany() {
        assertThat(AREAS.in(CM_1).asked(PATROL, LEADER::equals, MARCH))
                .containsExactly("lobby", "roof");
        assertThat(AREAS.asked(PATROL, LEADER::equals, MARCH))
                .containsExactly("garage", "lobby", "roof");
    }

    @Test
    void anAreaIsAskedForFromItsFirstDayToItsEnd() {
        assertThat(AREAS.asked(PATROL, LEADER::equals, MARCH.minusDays(1))).isEmpty();
        assertThat(AREAS.in(CM_1).asked(PATROL, LEADER::equals, MARCH.plusDays(2)))
                .containsExactly("lobby", "roof");
        assertThat(AREAS.in(CM_1).asked(PATROL, LEADER::equals, MARCH.plusDays(3)))
                .containsExactly("lobby");
    }

    @Test
    void aDutyWithoutAMinimumPerAreaAsksForNone() {
        assertThat(AREAS.asked(duty("D-000-MNW-04"), post -> true, MARCH)).isEmpty();
    }

    @Test
    void aCheckpointCanNameWhatHasNotEnded() {
        assertThat(AREAS.in(CM_1).nameable(MARCH)).containsExactly("lobby", "pumps", "roof");
        assertThat(AREAS.in(CM_1).nameable(MARCH.plusDays(3))).containsExactly("lobby", "pumps");
    }

    private static Area area(String id, String community, LocalDate to) {
        return new Area(
                id,
                Set.of(LEADER),
                Optional.ofNullable(community).map(CommunityId::new),
                MARCH,
                Optional.ofNullable(to));
    }

    private static Duty duty(String id) {
        return DutyCatalogue.load().find(new DutyId(id)).orElseThrow();
    }
}
