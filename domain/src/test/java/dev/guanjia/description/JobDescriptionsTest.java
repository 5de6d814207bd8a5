package dev.guanjia.description;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.catalogue.Label;
import dev.guanjia.description.JobDescription.DutyGroup;
import dev.guanjia.description.JobDescription.Named;
import dev.guanjia.description.JobDescription.Power;
import dev.guanjia.duty.DutyId;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobDescriptionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final PostKey MANAGER = new PostKey("PROPERTY_MANAGER");
    private static final PostKey SUPERVISOR = new PostKey("CS_SUPERVISOR");
    private static final PostKey ASSISTANT = new PostKey("CS_ASSISTANT");

    @Test
    void everyPostOfTheCompanyIsDescribedWithItsDutiesEachOnce() {
        DutySource duties = JobDescriptionPageTest.shipped().duties();
        for (Post post : PostCatalogue.load().all()) {
            JobDescription job = accepted(JobDescriptionPageTest.shipped().of(post.key(), DAY));
            List<DutyId> told =
                    job.duties().stream()
                            .flatMap(group -> group.lines().stream())
                            .map(line -> line.duty().id())
                            .toList();
            List<DutyId> held =
                    duties.on(DAY).stream()
                            .filter(duty -> duty.posts().contains(post.key()))
                            .map(DescribedDuty::id)
                            .toList();
            assertThat(told).as("%s", post.key()).containsExactlyInAnyOrderElementsOf(held);
            assertThat(told).isNotEmpty();
        }
    }

    @Test
    void whatTheCalendarFixesStandsFirstAndInAGroupWhatHasADeadline() {
        JobDescription job =
                accepted(
                        with(
                                        duty("D-4", List.of(), "a"),
                                        duty("D-1", List.of(Cadence.EVENT), "a"),
                                        duty("D-2", List.of(Cadence.EVENT, Cadence.YEARLY), "a"),
                                        duty("D-3", List.of(Cadence.DAILY), "a"),
                                        dated("D-5", "same-day"))
                                .of(ASSISTANT, DAY));
        assertThat(job.duties())
                .extracting(JobDescriptionsTest::print)
                .containsExactly("daily [D-3]", "yearly [D-2]", "event [D-5, D-1]", "none [D-4]");
    }

    @Test
    void aPostDecidesWhatARuleSaysUpToItsLimitAndConfirmsWhatOthersDo() {
        DescribedDuty shared =
                new DescribedDuty(
                        new DutyId("D-1"),
                        label("calculate"),
                        List.of(ASSISTANT),
                        List.of(Cadence.MONTHLY),
                        List.of(),
                        List.of(),
                        List.of(SUPERVISOR));
        PostFact limit =
                new PostFact(
                        PostFact.Kind.AUTHORITY,
                        SUPERVISOR,
                        label("waivers"),
                        Optional.of(Money.fen(10_000)),
                        DAY);
        JobDescriptions all = with(shared);
        JobDescriptions limited =
                new JobDescriptions(all.posts(), all.duties(), all.facts().with(List.of(limit)));
        assertThat(accepted(limited.of(SUPERVISOR, DAY)).authority())
                .containsExactly(
                        new Power(Power.Act.DECIDES, label("waivers"), Optional.of("CNY 100.00")),
                        new Power(Power.Act.CONFIRMS, label("calculate"), Optional.empty()));
        assertThat(accepted(limited.of(SUPERVISOR, DAY.minusDays(1))).authority()).hasSize(1);
        assertThat(accepted(limited.of(ASSISTANT, DAY)).authority()).isEmpty();
    }

    @Test
    void theManagerReportsOutsideAndTheSupervisorHasItsReports() {
        JobDescriptions shipped = JobDescriptionPageTest.shipped();
        assertThat(accepted(shipped.of(MANAGER, DAY)).reporting().superior())
                .isEqualTo(new Named("CHAIRMAN", Optional.of(new Label("董事长", "Chairman"))));
        assertThat(accepted(shipped.of(SUPERVISOR, DAY)).reporting().reports())
                .extracting(Named::code)
                .containsExactly("CS_ASSISTANT", "STEWARD");
        assertThat(accepted(shipped.of(MANAGER, DAY)).authority())
                .extracting(Power::act)
                .contains(Power.Act.DECIDES, Power.Act.CONFIRMS);
    }

    @Test
    void qualificationsAndNamesArePassedIn() {
        JobDescriptions all = with(dated("D-1", "promptly"));
        JobFacts facts =
                all.facts()
                        .with(
                                List.of(
                                        PostFact.qualification(
                                                ASSISTANT, label("certificate"), DAY),
                                        PostFact.qualification(MANAGER, label("other"), DAY)))
                        .named(
                                Map.of(
                                        "promptly", label("at once, about"),
                                        "R-A", label("record of a")));
        JobDescription job =
                accepted(new JobDescriptions(all.posts(), all.duties(), facts).of(ASSISTANT, DAY));
        assertThat(job.qualifications()).containsExactly(label("certificate"));
        assertThat(job.records())
                .containsExactly(
                        new Named("R-A", Optional.of(label("record of a"))),
                        new Named("R-B", Optional.empty()));
        assertThat(job.duties().get(0).lines().get(0).deadlines())
                .containsExactly(new Named("promptly", Optional.of(label("at once, about"))));
    }

    @Test
    void aPostWithoutDutiesOfItsOwnHasThoseItShares() {
        SharedDuties shared = SharedDuties.load();
        assertThat(shared.keysOf(new PostKey("ORDER_SUPERVISOR"), DAY))
                .containsExactly(new PostKey("ORDER_SUPERVISOR"), new PostKey("DEPT_SUPERVISOR"));
        assertThat(shared.keysOf(ASSISTANT, DAY)).containsExactly(ASSISTANT);
        assertThat(shared.keysOf(new PostKey("ORDER_SUPERVISOR"), LocalDate.of(2006, 12, 31)))
                .hasSize(1);
    }

    @Test
    void aPostThatTheCompanyDoesNotHaveIsRefused() {
        assertThat(codes(JobDescriptionPageTest.shipped().of(new PostKey("WIZARD"), DAY)))
                .containsExactly("description-post-unknown");
    }

    @Test
    void nothingIsToldBeforeItsFirstDay() {
        JobDescription early =
                accepted(
                        JobDescriptionPageTest.shipped()
                                .of(SUPERVISOR, LocalDate.of(2006, 12, 31)));
        assertThat(early.overview()).isEmpty();
        assertThat(early.duties()).isEmpty();
    }

    private static JobDescriptions with(DescribedDuty... duties) {
        JobFacts facts =
                new JobFacts(PostOverviews.load(), SharedDuties.load(), List.of(), Map.of());
        return new JobDescriptions(PostCatalogue.load(), asOf -> List.of(duties), facts);
    }

    private static DescribedDuty duty(String id, List<Cadence> cadences, String text) {
        return new DescribedDuty(
                new DutyId(id),
                label(text),
                List.of(ASSISTANT),
                cadences,
                List.of(),
                List.of(),
                List.of(SUPERVISOR));
    }

    private static DescribedDuty dated(String id, String deadline) {
        return new DescribedDuty(
                new DutyId(id),
                label("x"),
                List.of(ASSISTANT),
                List.of(Cadence.EVENT),
                List.of(deadline),
                List.of("R-B", "some paper", "R-A", "R-B"),
                List.of());
    }

    private static String print(DutyGroup group) {
        return group.cadence().map(Cadence::code).orElse("none")
                + " "
                + group.lines().stream().map(line -> line.duty().id()).toList();
    }

    private static Label label(String text) {
        return new Label(text, text);
    }
}
