package dev.guanjia.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.catalogue.Label;
import dev.guanjia.property.BuildingId;
import dev.guanjia.property.CommunityId;
import dev.guanjia.security.patrol.Checkpoint;
import dev.guanjia.security.patrol.Finding;
import dev.guanjia.security.patrol.PatrolPlan.Sort;
import dev.guanjia.security.patrol.RoundId;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Site;
import dev.guanjia.workorder.Triage;
import dev.guanjia.workorder.lifecycle.PlaceKind;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatrolReactionTest {

    private static final Instant AT = Instant.parse("2026-03-02T14:05:00Z");
    private static final CommunityId COMMUNITY = new CommunityId("cm_1");
    private static final BuildingId BUILDING = new BuildingId("bd_1");

    @Test
    void aFailedCheckIsAMatterThatNamesItsRound() {
        Intake intake =
                PatrolReaction.intake(
                        finding("门锁损坏", Finding.Severity.MAJOR),
                        Sort.PATROL,
                        point("gate"),
                        COMMUNITY);
        assertThat(intake.kind()).isEqualTo(WorkOrderKind.PATROL_FINDING);
        assertThat(intake.title()).isEqualTo("东门：门锁损坏");
        assertThat(intake.site()).isEqualTo(new Site(COMMUNITY, null, BUILDING, "东门"));
        assertThat(intake.description()).isEqualTo("东门：门锁损坏\nlock broken");
        assertThat(intake.reception().sourceReference()).isEqualTo("ro_1/gate/door");
        assertThat(intake.reception().channel()).isEqualTo("PATROL");
        assertThat(intake.reception().receivedAt()).isEqualTo(AT);
    }

    @Test
    void whatAnInspectionFindsIsAnInspectionFinding() {
        Finding found = finding("灭火器过期", Finding.Severity.MAJOR);
        assertThat(PatrolReaction.intake(found, Sort.INSPECTION, point("gate"), COMMUNITY).kind())
                .isEqualTo(WorkOrderKind.INSPECTION_FINDING);
    }

    @ParameterizedTest
    @CsvSource({
        "MINOR, gate, MINOR, COMMON_AREA",
        "MAJOR, surroundings, MAJOR, GROUNDS",
        "CRITICAL, basement, EMERGENCY, COMMON_AREA"
    })
    void severityAndAreaClassIt(
            Finding.Severity found, String area, Severity severity, PlaceKind place) {
        Intake intake =
                PatrolReaction.intake(finding("门锁损坏", found), Sort.PATROL, point(area), COMMUNITY);
        assertThat(intake.triage()).isEqualTo(new Triage(severity, place));
    }

    @Test
    void aLongTitleIsCutBetweenCharacters() {
        Intake intake =
                PatrolReaction.intake(
                        finding("𠀀".repeat(300), Finding.Severity.MINOR),
                        Sort.PATROL,
                        point("gate"),
                        COMMUNITY);
        assertThat(intake.title()).isEqualTo("东门：" + "𠀀".repeat(197));
    }

    private static Checkpoint point(String area) {
        return new Checkpoint(
                "gate", area, "东门", Optional.of(BUILDING), Duration.ofMinutes(10), List.of());
    }

    private static Finding finding(String zh, Finding.Severity severity) {
        return new Finding(
                new RoundId("ro_1"),
                "gate",
                "door",
                "东门",
                new Label(zh, "lock broken"),
                severity,
                AT);
    }
}
