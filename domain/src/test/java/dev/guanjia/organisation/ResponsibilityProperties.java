package dev.guanjia.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ResponsibilityProperties {

    private static final LocalDate BASE = LocalDate.of(2026, 1, 1);
    private static final Map<String, PostCatalogue> TEMPLATES = PostCatalogue.templates();
    private static final PostCatalogue SIX = TEMPLATES.get("SIX_LINE_DEPARTMENTS");
    private static final NavigableMap<LocalDate, PostCatalogue> DAYS =
            new TreeMap<>(Map.of(BASE, SIX));
    private static final PostKey LEADER = new PostKey("GENERAL_MANAGER");

    @Property
    void everyPostIsAnsweredForByAPersonWhoMayActInThePostThatAnswers(
            @ForAll("held") List<Assignment> held,
            @ForAll("standIns") List<StandIn> standIns,
            @ForAll @IntRange(max = 60) int days) {
        LocalDate day = BASE.plusDays(days);
        Responsibility all = new Responsibility(DAYS, LEADER, new Assignments(held), standIns);
        for (Post post : SIX.all()) {
            Responsible found = all.on(post.key(), day);
            assertThat(SIX.find(found.post())).isPresent();
            found.staff()
                    .map(staff -> all.act(new Actor(staff, found.post(), "v1"), day))
                    .ifPresent(act -> assertThat(Answers.codes(act)).isEmpty());
        }
    }

    @Property
    void aPostSomebodyHoldsOrStandsInForIsAnsweredByItself(
            @ForAll("held") List<Assignment> held,
            @ForAll("standIns") List<StandIn> standIns,
            @ForAll @IntRange(max = 60) int days) {
        LocalDate day = BASE.plusDays(days);
        Assignments assignments = new Assignments(held);
        Responsibility all = new Responsibility(DAYS, LEADER, assignments, standIns);
        for (Post post : SIX.all()) {
            boolean covered =
                    standIns.stream()
                            .anyMatch(row -> row.post().equals(post.key()) && row.covers(day));
            if (covered || assignments.firstHolder(post.key(), day).isPresent()) {
                assertThat(all.on(post.key(), day).post()).isEqualTo(post.key());
            }
        }
    }

    /** One person per post at most, so that no two rows overlap. */
    @Provide
    Arbitrary<List<Assignment>> held() {
        return Combinators.combine(
                        posts(),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 30).optional())
                .as(
                        (post, from, length) ->
                                new Assignment(
                                        Staffed.staff(post),
                                        post,
                                        BASE.plusDays(from),
                                        length.map(n -> BASE.plusDays(from + n))))
                .list()
                .uniqueElements(Assignment::post)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<StandIn>> standIns() {
        return Combinators.combine(
                        posts(),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 20))
                .as(
                        (post, replaces, from, length) ->
                                new StandIn(
                                        post,
                                        Optional.of(Staffed.staff(post)).filter(s -> replaces),
                                        new StaffId("sf_deputy"),
                                        BASE.plusDays(from),
                                        BASE.plusDays(from + length)))
                .list()
                .ofMaxSize(5);
    }

    private static Arbitrary<PostKey> posts() {
        return Arbitraries.of(SIX.all().stream().map(Post::key).toList());
    }
}
