package dev.guanjia.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Language;
import dev.guanjia.description.JobDescription.Named;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.PostLibrary;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.organisation.company.DepartmentLibrary;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionRowsTest {

    private static final List<String> DOCUMENTS =
            List.of("MANUAL_001", "RULE_BOOK_004B", "PROCEDURE_004O");

    @Test
    void everyOverviewIsOfAPostADepartmentOrADocument() {
        List<PostOverviews.Overview> rows = PostOverviews.load().all();
        assertThat(rows).hasSize(17 + 22);
        assertThat(rows).map(PostOverviews.Overview::key).allMatch(DescriptionRowsTest::isKnown);
    }

    @Test
    void everyPostThatTheSourcesNameWithoutDutiesSharesSomebodyElses() {
        List<String> section12 =
                PostOverviews.load().all().stream()
                        .filter(row -> row.source().contains("section 12"))
                        .map(PostOverviews.Overview::key)
                        .toList();
        List<SharedDuties.Sharing> rows = SharedDuties.load().rows();
        assertThat(rows)
                .map(row -> row.post().value())
                .containsExactlyInAnyOrderElementsOf(section12);
        assertThat(rows)
                .flatMap(SharedDuties.Sharing::dutiesOf)
                .allMatch(key -> isKnown(key.value()));
    }

    @Test
    void aFaultyRowIsNamed() {
        String text = "post,duties_of,from,source\nA,A,2007-01-01,x\n";
        Table table = Table.parse("own.csv", text, List.of("post", "duties_of", "from", "source"));
        assertThatThrownBy(() -> SharedDuties.of(table))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("own.csv:2");
    }

    @Test
    void bothLanguagesHaveTheSameWordsWithTheSameGaps() throws IOException {
        assertThat(words("zh_CN")).isEqualTo(words("en"));
        assertThat(words("en")).hasSizeGreaterThan(60);
    }

    @Test
    void everyCadenceAndEveryFunctionHasWords() {
        for (Language language : Language.values()) {
            PageWords words = PageWords.of(language);
            for (Cadence cadence : Cadence.values()) {
                assertThat(words.find("cadence." + cadence.code())).as("%s", cadence).isPresent();
            }
            assertThat(functions())
                    .hasSizeGreaterThan(10)
                    .allMatch(function -> words.find("function." + function).isPresent());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "day-30, by day 30 of the month, 每月30日前（含当日）",
        "period-end, by the end of the period, 期末前",
        "quarter-2, by the end of quarter 2, 第2季度末前",
        "at-least-2-per-area, at least 2 times in each area, 每区域不少于2次",
        "promptly, promptly, promptly"
    })
    void aDeadlineIsSaidInWordsOrByItsCode(String code, String en, String zh) {
        Named deadline = new Named(code, Optional.empty());
        assertThat(PageWords.of(Language.EN).deadline(deadline)).isEqualTo(en);
        assertThat(PageWords.of(Language.ZH_CN).deadline(deadline)).isEqualTo(zh);
    }

    private static List<String> functions() {
        Stream<String> posts =
                PostLibrary.load().all().stream()
                        .flatMap(post -> post.placement().function().stream());
        Stream<String> departments =
                DepartmentLibrary.load().all().stream().map(department -> department.function());
        return Stream.concat(posts, departments).distinct().toList();
    }

    private static boolean isKnown(String key) {
        return DOCUMENTS.contains(key)
                || PostLibrary.load().find(new PostKey(key)).isPresent()
                || DepartmentLibrary.load().find(new DepartmentKey(key)).isPresent();
    }

    /** Key to whether the words have a gap for a value. */
    private static Map<String, Boolean> words(String suffix) throws IOException {
        Properties file = new Properties();
        try (var in = PageWords.class.getResourceAsStream("words_" + suffix + ".properties")) {
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Map<String, Boolean> gaps = new TreeMap<>();
        file.stringPropertyNames()
                .forEach(key -> gaps.put(key, file.getProperty(key).contains("{n}")));
        return gaps;
    }
}
