package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.server.application.DutyRhythmDesk;
import dev.guanjia.server.store.DutyRhythmStore.Named;
import dev.guanjia.server.store.DutyRhythmStore.ShiftRow;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What one company lists is not listed for another. */
class OtherTenantListTest {

    private static final TenantRows OURS = TwoCompanies.OURS;
    private static final String PAGE = "&limit=200";

    /** A shift that both have by the same name, so that the plans of the one could meet it. */
    @BeforeAll
    static void shift() {
        ShiftRow night =
                new ShiftRow(
                        new Named(OURS.filled("{shift}"), "夜班", "Night"),
                        LocalTime.of(22, 0),
                        480,
                        List.of("MONDAY"),
                        List.of("ACCOUNTANT"),
                        LocalDate.of(2026, 2, 1),
                        null);
        DutyRhythmDesk desk = TwoCompanies.SERVER.part(DutyRhythmDesk.class);
        TwoCompanies.SERVER.inTransaction(() -> desk.setShift(TwoCompanies.THEIRS.owner(), night));
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "other-tenant-lists.csv",
            delimiter = '|',
            quoteCharacter = '\'',
            emptyValue = "")
    void whatIsListedIsNotListedForAnother(String post, String list, String ours, String found) {
        String path = OURS.filled(list) + (list.contains("board") ? "" : PAGE);
        String narrowed = ours == null ? path : path + "&" + OURS.filled(ours);
        Reply page = OURS.as(post).get(narrowed).expect(200);
        assertThat(page.json().at("/items").toString()).contains(OURS.filled(found));
        Reply theirs = TwoCompanies.THEIRS.as(post).get(path).expect(200);
        assertThat(theirs.json().at("/items").isArray()).isTrue();
        assertThat(theirs.json().at("/items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/call-back-policies, {policy}",
        "/channels, {channel}",
        "/maintenance-standards, {standard}"
    })
    void whatACompanyAddsToTheRowsOfAllIsItsOwn(String path, String id) {
        String found = "\"" + OURS.filled(id) + "\"";
        assertThat(OURS.get(path + "?limit=200").expect(200).body()).contains(found);
        Reply theirs = TwoCompanies.THEIRS.as("PROPERTY_MANAGER").get(path + "?limit=200");
        assertThat(theirs.expect(200).json().at("/items")).isNotEmpty();
        assertThat(theirs.body()).doesNotContain(found);
    }

    @Test
    void whatHappenedInOneCompanyBreaksNoGoalOfAnother() {
        String goals = "/zero-goals?from=2026-03-06&to=2026-03-06&limit=200";
        assertThat(OURS.get(goals + "&community_id={community}").expect(200).body())
                .contains(OURS.filled("{incident}"));
        Reply theirs = TwoCompanies.THEIRS.as("PROPERTY_MANAGER").get(goals).expect(200);
        assertThat(theirs.json().at("/items")).isNotEmpty();
        for (JsonNode goal : theirs.json().at("/items")) {
            for (String list : List.of("/confirmed", "/false_alarms", "/unverified")) {
                assertThat(goal.at(list)).as(goal.toString()).isEmpty();
            }
        }
    }

    @Test
    void theComplaintsOfOneCompanyAreNotCountedForAnother() {
        String path = "/complaint-statistics?period=2026-03";
        Reply ours = OURS.get(path + "&community_id={community}").expect(200);
        assertThat(ours.json().at("/total/count").asInt()).isGreaterThanOrEqualTo(2);
        JsonNode theirs = TwoCompanies.THEIRS.as("PROPERTY_MANAGER").get(path).expect(200).json();
        int counts = 0;
        for (JsonNode figure : theirs) {
            if (figure.has("count")) {
                counts++;
                assertThat(figure.at("/count").asInt()).as(theirs.toString()).isZero();
            }
        }
        assertThat(counts).isPositive();
        assertThat(theirs.at("/by_channel")).isEmpty();
        assertThat(theirs.at("/by_severity")).isEmpty();
    }
}
