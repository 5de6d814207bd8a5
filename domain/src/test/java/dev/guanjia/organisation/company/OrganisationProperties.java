package dev.guanjia.organisation.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OrganisationProperties {

    /** One command: what, about which post, which other post, how many days after the last. */
    record Step(int what, int post, int other, int days) {}

    @Property(tries = 300)
    void linesNeverGoInACircleAndLeadOutOfTheCompany(
            @ForAll("models") String model, @ForAll("steps") List<Step> steps) {
        Organisation company = Charts.company(model);
        LocalDate day = Charts.OPENED;
        for (Step step : steps) {
            day = day.plusDays(Math.abs(step.days()));
            company = orSame(company, step, day);
            PostCatalogue posts = company.on(day);
            for (Post post : posts.all()) {
                List<PostKey> above = posts.superiors(post.key());
                assertThat(above).doesNotHaveDuplicates().doesNotContain(post.key());
                PostKey top = above.isEmpty() ? post.key() : above.get(above.size() - 1);
                PostKey outside = posts.find(top).orElseThrow().reportsTo();
                assertThat(posts.outerSuperior(outside)).isPresent();
            }
        }
    }

    @Property(tries = 200)
    void whatHeldOnAPastDayIsNotChangedByALaterCommand(
            @ForAll("models") String model, @ForAll("steps") List<Step> steps) {
        Organisation company = Charts.company(model);
        for (Step step : steps) {
            LocalDate changed = company.changes().get(company.changes().size() - 1);
            LocalDate asked = changed.plusDays(step.days());
            LocalDate latest = asked.isAfter(changed) ? asked : changed;
            Map<LocalDate, List<CompanyPost>> past = new LinkedHashMap<>();
            for (LocalDate day = Charts.OPENED; day.isBefore(latest); day = day.plusDays(1)) {
                past.put(day, company.chart(day).places());
            }
            Organisation after = orSame(company, step, asked);
            past.forEach((day, places) -> assertThat(after.chart(day).places()).isEqualTo(places));
            company = after;
        }
    }

    @Property(tries = 200)
    void theLeaderStaysAndEveryDepartmentIsAnsweredFor(
            @ForAll("models") String model, @ForAll("steps") List<Step> steps) {
        Organisation company = Charts.company(model);
        for (Step step : steps) {
            company = orSame(company, step, Charts.OPENED);
        }
        HolderResolution resolution = company.resolution(Charts.OPENED);
        assertThat(resolution.posts(company.model().template().leader())).isNotEmpty();
        for (CompanyDepartment unit : company.chart(Charts.OPENED).departments()) {
            unit.bears()
                    .ifPresent(
                            key ->
                                    assertThat(resolution.posts(new PostKey(key.value())))
                                            .isNotEmpty());
        }
    }

    @Property(tries = 100)
    void whateverPostEverWasIsAnsweredForOnEveryDayByAPostOfThatDay(
            @ForAll("models") String model, @ForAll("steps") List<Step> steps) {
        Organisation company = Charts.company(model);
        LocalDate day = Charts.OPENED;
        for (Step step : steps) {
            day = day.plusDays(Math.abs(step.days()));
            company = orSame(company, step, day);
        }
        PostKey leader = company.model().template().leader();
        Responsibility all =
                new Responsibility(company.posts(), leader, new Assignments(List.of()), List.of());
        for (PostKey post : ever(company)) {
            for (LocalDate asked : company.changes()) {
                PostCatalogue posts = company.on(asked);
                List<PostKey> above = all.superiors(post, asked);
                assertThat(above).doesNotHaveDuplicates().doesNotContain(post);
                assertThat(above).allMatch(found -> posts.find(found).isPresent());
                if (posts.find(post).isPresent()) {
                    assertThat(above).isEqualTo(posts.superiors(post));
                }
                assertThat(all.on(post, asked).post()).isEqualTo(leader);
            }
        }
    }

    private static Set<PostKey> ever(Organisation company) {
        return company.posts().values().stream()
                .flatMap(posts -> posts.all().stream())
                .map(Post::key)
                .collect(Collectors.toSet());
    }

    private static Organisation orSame(Organisation company, Step step, LocalDate day) {
        return command(company, step, day).fold(changed -> changed, reasons -> company);
    }

    private static Decision<Organisation> command(Organisation company, Step step, LocalDate day) {
        List<PostKey> keys = new ArrayList<>();
        PostCatalogue known = company.on(company.changes().get(company.changes().size() - 1));
        known.all().forEach(post -> keys.add(post.key()));
        keys.addAll(known.outerSuperiors().keySet());
        PostKey post = keys.get(step.post() % keys.size());
        PostKey other = keys.get(step.other() % keys.size());
        return switch (step.what()) {
            case 0 -> company.retirePost(post, day);
            case 1 -> add(company, new PostKey("NEW_" + step.post()), other, day);
            case 2 -> add(company, post, other, day);
            default -> company.movePost(post, other, department(company, step), day);
        };
    }

    private static Decision<Organisation> add(
            Organisation company, PostKey post, PostKey superior, LocalDate day) {
        return post.equals(superior)
                ? company.retirePost(post, day)
                : company.addPost(Charts.place(post.value(), superior.value()), day);
    }

    private static Optional<DepartmentKey> department(Organisation company, Step step) {
        List<CompanyDepartment> units = company.model().chart().departments();
        return units.isEmpty() || step.other() % 3 == 0
                ? Optional.empty()
                : Optional.of(units.get(step.other() % units.size()).key());
    }

    @Provide
    Arbitrary<String> models() {
        return Arbitraries.of(
                "SINGLE_COMMUNITY", "SIX_LINE_DEPARTMENTS", "THREE_TWO_FOUR", "COLLECTION_GROUP");
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 40);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        number,
                        number,
                        Arbitraries.integers().between(-2, 3))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }
}
