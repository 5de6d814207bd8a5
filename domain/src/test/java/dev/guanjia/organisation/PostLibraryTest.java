package dev.guanjia.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.company.DepartmentLibrary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostLibraryTest {

    private static final String HEADER =
            "id,zh,en,kind,function,reports_to,family,headcount,from,source\n";

    @Test
    void aPostKnowsItsFamilyItsSuperiorsAndHowManyItTakes() {
        LibraryPost post = PostLibrary.load().find(new PostKey("FINANCE_MANAGER")).orElseThrow();
        assertThat(post.kind()).isEqualTo(LibraryPost.Kind.POST);
        assertThat(post.placement())
                .isEqualTo(
                        new LibraryPost.Placement(
                                Optional.of("FINANCE"),
                                List.of(new PostKey("GENERAL_MANAGER")),
                                "FINANCE_HEAD"));
        assertThat(post.headcount()).contains(LibraryPost.Headcount.parse("0..1"));
    }

    @Test
    void whereTheSourcesAreSilentNothingIsAssumed() {
        LibraryPost post = PostLibrary.load().find(new PostKey("PURCHASER")).orElseThrow();
        assertThat(post.headcount()).isEmpty();
        assertThat(post.placement().reportsTo()).isEmpty();
        assertThat(post.placement().function()).isEmpty();
    }

    @Test
    void everyFaultOfARowIsNamedWithItsPlace() {
        String rows =
                "A,甲,A,POST,,NOBODY,F,,2007-01,x\n" + "B,乙,B,POST,,A;ELSEWHERE,F,1,2007-01,x\n";
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> of(rows))
                .withMessage(
                        "posts.csv:2 reports_to: unknown post: NOBODY\n"
                                + "posts.csv:3 reports_to: unknown post: ELSEWHERE");
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> of("A,甲,A,POST,,,F,many,2007-01,x\nB,,B,POST,,,F,,2007-01,x\n"))
                .withMessageContaining("posts.csv:2: headcount must look like 1, 0..1 or 1..n")
                .withMessageContaining("posts.csv:3 zh: is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0..1", "1", "1..n", "0..n", "3", "2..5"})
    void aHeadcountIsWrittenAsItIsRead(String text) {
        assertThat(LibraryPost.Headcount.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2..1", "n", "-1", "1..", "many", ""})
    void aHeadcountNoCompanyCouldMeetIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> LibraryPost.Headcount.parse(text));
    }

    @Test
    void anUnknownKeyIsRefusedWhereOneMustBeKnown() {
        assertThat(DepartmentLibrary.load().parse("DEPT_CS")).hasToString("DEPT_CS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostLibrary.load().parse("JANITOR"))
                .withMessage("unknown post: JANITOR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DepartmentLibrary.load().parse("DEPT_X"))
                .withMessage("unknown department: DEPT_X");
    }

    private static PostLibrary of(String rows) {
        List<String> columns = List.of(HEADER.trim().split(","));
        return PostLibrary.of(Table.parse("posts.csv", HEADER + rows, columns));
    }
}
