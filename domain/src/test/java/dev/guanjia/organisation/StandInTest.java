package dev.guanjia.organisation;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StandInTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 30);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final StaffId LI = new StaffId("sf_li");
    private static final StaffId HOLDER = Staffed.staff(Staffed.ASSISTANT);

    private static final StandIn LEAVE =
            new StandIn(Staffed.ASSISTANT, Optional.of(HOLDER), LI, MONDAY, FRIDAY);
    private static final StandIn CARETAKER =
            new StandIn(Staffed.ASSISTANT, Optional.empty(), LI, MONDAY, FRIDAY);

    @Test
    void whoStandsInAnswersFromTheFirstDayToTheLast() {
        Responsibility covered = accepted(Staffed.complete().standIn(LEAVE));
        assertThat(say(covered, MONDAY.minusDays(1))).startsWith("HOLDER sf_CS_ASSISTANT");
        assertThat(say(covered, MONDAY)).isEqualTo("STAND_IN sf_li (CS_ASSISTANT)");
        assertThat(say(covered, FRIDAY)).isEqualTo("STAND_IN sf_li (CS_ASSISTANT)");
        assertThat(say(covered, FRIDAY.plusDays(1))).startsWith("HOLDER sf_CS_ASSISTANT");
    }

    @Test
    void whoStandsInMayActInThePostOnThoseDaysOnly() {
        Responsibility covered = accepted(Staffed.complete().standIn(LEAVE));
        Actor li = new Actor(LI, Staffed.ASSISTANT, "v1");
        assertThat(codes(covered.act(li, FRIDAY))).isEmpty();
        assertThat(codes(covered.act(li, FRIDAY.plusDays(1)))).containsExactly("post-not-held");
        assertThat(codes(covered.act(new Actor(LI, Staffed.MANAGER, "v1"), FRIDAY)))
                .containsExactly("post-not-held");
    }

    @Test
    void aDeputyInChargeAnswersForAVacantPostBeforeItsSuperior() {
        Responsibility vacant = accepted(Staffed.without(Staffed.ASSISTANT).standIn(CARETAKER));
        assertThat(say(vacant, MONDAY)).isEqualTo("DEPUTY sf_li (CS_ASSISTANT)");
        assertThat(say(vacant, FRIDAY.plusDays(1))).startsWith("SUPERIOR sf_CS_SUPERVISOR");
        Responsibility held = accepted(Staffed.complete().standIn(CARETAKER));
        assertThat(say(held, MONDAY)).startsWith("HOLDER sf_CS_ASSISTANT");
    }

    @Test
    void aSuperiorWhoIsAwayIsAnsweredForByTheirStandIn() {
        StandIn above =
                new StandIn(
                        Staffed.SUPERVISOR,
                        Optional.of(Staffed.staff(Staffed.SUPERVISOR)),
                        LI,
                        MONDAY,
                        FRIDAY);
        Responsibility covered = accepted(Staffed.without(Staffed.ASSISTANT).standIn(above));
        assertThat(say(covered, MONDAY)).isEqualTo("SUPERIOR sf_li (CS_SUPERVISOR)");
    }

    @Test
    void onlyWhoHoldsThePostIsReplacedAndByOnePersonAtATime() {
        Responsibility covered = accepted(Staffed.complete().standIn(LEAVE));
        StandIn second =
                new StandIn(
                        Staffed.ASSISTANT,
                        Optional.of(HOLDER),
                        new StaffId("sf_wu"),
                        FRIDAY,
                        FRIDAY);
        assertThat(codes(covered.standIn(second))).containsExactly("stand-in-overlaps");
        StandIn stranger =
                new StandIn(
                        Staffed.ASSISTANT, Optional.of(new StaffId("sf_wu")), LI, MONDAY, FRIDAY);
        assertThat(codes(covered.standIn(stranger))).containsExactly("post-not-held");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new StandIn(Staffed.ASSISTANT, Optional.of(LI), LI, MONDAY, FRIDAY));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new StandIn(
                                        Staffed.ASSISTANT,
                                        Optional.of(HOLDER),
                                        LI,
                                        FRIDAY,
                                        MONDAY));
    }

    @Test
    void whereNoFinanceManagerIsAppointedTheAccountantDoesTheWork() {
        assertThat(say(six("ACCOUNTANT GENERAL_MANAGER"), "FINANCE_MANAGER"))
                .isEqualTo("CONCURRENT sf_ACCOUNTANT (ACCOUNTANT)");
        assertThat(say(six("GENERAL_MANAGER"), "FINANCE_MANAGER"))
                .isEqualTo("SUPERIOR sf_GENERAL_MANAGER (GENERAL_MANAGER)");
        assertThat(say(six("FINANCE_MANAGER ACCOUNTANT"), "FINANCE_MANAGER"))
                .isEqualTo("HOLDER sf_FINANCE_MANAGER (FINANCE_MANAGER)");
    }

    @Test
    void theDeputyGeneralManagerAnswersForTheVacantPostOfTheGeneralManager() {
        assertThat(say(six("DEPUTY_GM_B ACCOUNTANT"), "GENERAL_MANAGER"))
                .isEqualTo("DEPUTY sf_DEPUTY_GM_B (DEPUTY_GM_B)");
    }

    @Test
    void onlyADeputyOrAConcurrentPostIsASubstitute() {
        Table table =
                Table.parse(
                        "substitutes.csv",
                        "post,by,way,from,source\nCASHIER,STEWARD,HOLDER,2007-01,x\n",
                        List.of("post", "by", "way", "from", "source"));
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> Substitutes.of(table, PostLibrary.load()))
                .withMessage("substitutes.csv:2: way must be DEPUTY or CONCURRENT: HOLDER");
    }

    @Test
    void inACompanyOfManyCommunitiesTheDeputyOfTheSamePlaceAnswers() {
        Post manager = Staffed.POSTS.find(Staffed.MANAGER).orElseThrow();
        Map<PostKey, PostKey> bears =
                Map.of(
                        key("HEAD_1"), key("MGMT_OFFICE_DIRECTOR"),
                        key("HEAD_2"), key("MGMT_OFFICE_DIRECTOR"),
                        key("DEPUTY_2"), key("MGMT_OFFICE_DEPUTY_DIRECTOR"));
        PostCatalogue posts =
                PostCatalogue.of(
                        List.of(
                                manager,
                                post("HEAD_1", Staffed.MANAGER),
                                post("HEAD_2", Staffed.MANAGER),
                                post("DEPUTY_2", key("HEAD_2"))),
                        bears,
                        Staffed.POSTS.outerSuperiors());
        Responsibility two =
                new Responsibility(posts, Staffed.MANAGER, held("PROPERTY_MANAGER DEPUTY_2"));
        assertThat(say(two, "HEAD_2")).isEqualTo("DEPUTY sf_DEPUTY_2 (DEPUTY_2)");
        assertThat(say(two, "HEAD_1")).startsWith("SUPERIOR sf_PROPERTY_MANAGER");
    }

    private static Post post(String key, PostKey superior) {
        Post manager = Staffed.POSTS.find(Staffed.MANAGER).orElseThrow();
        return new Post(
                key(key),
                manager.label(),
                Optional.empty(),
                superior,
                "SITE_HEAD",
                manager.from(),
                "company");
    }

    private static PostKey key(String key) {
        return new PostKey(key);
    }

    private static Responsibility six(String held) {
        PostCatalogue posts = PostCatalogue.templates().get("SIX_LINE_DEPARTMENTS");
        return new Responsibility(posts, key("GENERAL_MANAGER"), held(held));
    }

    private static Assignments held(String posts) {
        return new Assignments(
                Arrays.stream(posts.split(" "))
                        .map(
                                post ->
                                        Assignment.openEnded(
                                                Staffed.staff(key(post)),
                                                key(post),
                                                Staffed.OPENED))
                        .collect(Collectors.toList()));
    }

    private static String say(Responsibility responsibility, LocalDate day) {
        Responsible found = responsibility.on(Staffed.ASSISTANT, day);
        return found.way() + " " + found;
    }

    private static String say(Responsibility responsibility, String post) {
        Responsible found = responsibility.on(key(post), MONDAY);
        return found.way() + " " + found;
    }
}
