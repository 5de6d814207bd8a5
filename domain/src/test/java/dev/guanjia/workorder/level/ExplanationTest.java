package dev.guanjia.workorder.level;

import static dev.guanjia.workorder.level.Clocks.clock;
import static dev.guanjia.workorder.level.Clocks.paused;
import static dev.guanjia.workorder.level.Clocks.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.BusinessHours;
import dev.guanjia.calendar.WorkingTime;
import dev.guanjia.decision.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void theExampleOfTheHandbook() {
        WorkingTime eight =
                WorkingTime.of(
                        new BusinessHours(
                                Clocks.OFFICE.calendar(),
                                Clocks.SHANGHAI,
                                LocalTime.of(8, 0),
                                LocalTime.of(18, 0)));
        Countdown countdown = started(ServiceClock.WORKING, "PT4H", "2026-03-13T17:40");
        assertThat(Explanation.of(countdown, eight, Language.EN))
                .isEqualTo(
                        "received Friday 17:40, office hours end 18:00, 4 h target → Monday 11:40");
        assertThat(Explanation.of(countdown, eight, Language.ZH_CN))
                .isEqualTo("周五17:40受理，办公时间18:00结束，时限4小时 → 周一11:40");
    }

    @Test
    void holidaysAndDaysWorkedInExchangeAreNamedWithDates() {
        assertThat(en("PT20H", "2024-09-28T12:00", null))
                .isEqualTo(
                        "received Saturday 2024-09-28 12:00,"
                                + " a day off until Sunday 2024-09-29 09:00,"
                                + " 2024-09-29 is worked in exchange, office hours end 18:00,"
                                + " holiday 2024-10-01 to 2024-10-07, 20 h target"
                                + " → Tuesday 2024-10-08 11:00");
    }

    @Test
    void theDayOfReceptionIsNamedOnceIfItIsWorkedInExchange() {
        assertThat(en("PT1H", "2024-10-12T10:00", null))
                .isEqualTo(
                        "received Saturday 10:00, 2024-10-12 is worked in exchange,"
                                + " 1 h target → Saturday 11:00");
        assertThat(en("PT4H", "2024-10-12T10:00", "2024-10-12T11:00/2024-10-12T12:00"))
                .isEqualTo(
                        "received Saturday 10:00, 2024-10-12 is worked in exchange,"
                                + " paused Saturday 11:00 to Saturday 12:00 (waiting for parts),"
                                + " 4 h target → Saturday 15:00");
    }

    @Test
    void pausesAreNamedWithTheirReason() {
        assertThat(en("PT1H30M", "2024-03-04T09:00", "2024-03-04T10:00/2024-03-04T11:00"))
                .isEqualTo(
                        "received Monday 09:00, paused Monday 10:00 to Monday 11:00"
                                + " (waiting for parts), 1 h 30 min target → Monday 11:30");
        assertThat(en("PT45S", "2024-03-04T08:59:30", null))
                .isEqualTo(
                        "received Monday 08:59:30, outside hours until Monday 09:00,"
                                + " 45 s target → Monday 09:00:45");
        Countdown open =
                paused(
                        started(ServiceClock.WORKING, "PT4H", "2024-03-04T09:00"),
                        "2024-03-04T10:00");
        assertThat(Explanation.of(open, clock(open), Language.ZH_CN))
                .isEqualTo("周一09:00受理，周一10:00起暂停（waiting for parts），时限4小时 → 尚未确定");
    }

    @Test
    void shiftsAndTheClockThatNeverStops() {
        Countdown night = started(ServiceClock.SHIFT, "PT4H", "2024-03-04T05:00");
        assertThat(Explanation.of(night, clock(night), Language.EN))
                .isEqualTo(
                        "received Monday 05:00, the shift ends 06:00, 4 h target"
                                + " → Tuesday 01:00");
        Countdown always = started(ServiceClock.ELAPSED, "PT0.5S", "2024-10-01T23:59:59.5");
        assertThat(Explanation.of(always, clock(always), Language.EN))
                .isEqualTo("received Tuesday 23:59:59.500, 0.5 s target → Wednesday 00:00");
    }

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(facts("zh_CN")).isEqualTo(facts("en")).hasSize(28);
    }

    private static Map<String, Object> facts(String language) throws IOException {
        Properties file = new Properties();
        try (var in = Explanation.class.getResourceAsStream("words_" + language + ".properties")) {
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Map<String, Object> facts = new TreeMap<>();
        for (String key : file.stringPropertyNames()) {
            facts.put(
                    key,
                    Pattern.compile("\\{\\w+}")
                            .matcher(file.getProperty(key))
                            .results()
                            .map(MatchResult::group)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return facts;
    }

    private static String en(String target, String received, @Nullable String pauses) {
        Countdown countdown = paused(started(ServiceClock.WORKING, target, received), pauses);
        return Explanation.of(countdown, clock(countdown), Language.EN);
    }
}
