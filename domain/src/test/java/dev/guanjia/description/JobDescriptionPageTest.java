package dev.guanjia.description;

import static dev.guanjia.organisation.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Language;
import dev.guanjia.description.JobDescription.DutyGroup;
import dev.guanjia.description.JobDescription.DutyLine;
import dev.guanjia.description.JobDescription.Heading;
import dev.guanjia.description.JobDescription.Named;
import dev.guanjia.description.JobDescription.Power;
import dev.guanjia.description.JobDescription.Reporting;
import dev.guanjia.duty.DutyCatalogue;
import dev.guanjia.duty.DutyId;
import dev.guanjia.organisation.OrganisationTemplates;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.organisation.company.OrganisationModel;
import dev.guanjia.organisation.company.OrganisationModels;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JobDescriptionPageTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final PostKey SUPERVISOR = new PostKey("CS_SUPERVISOR");
    private static final String HOSTILE = "<script>alert('a & \"b\"')</script> | *x*\n# y";

    @ParameterizedTest
    @EnumSource(Language.class)
    void theSupervisorsDescriptionIsTheGoldenFile(Language language) {
        JobDescription job = accepted(shipped().of(SUPERVISOR, DAY));
        String name = "cs-supervisor_" + language.suffix();
        Golden.check(name + ".md", JobDescriptionPage.markdown(job, language));
        Golden.check(name + ".html", JobDescriptionPage.html(job, language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPostPrintsAsOnePageThatNeedsNoOtherFile(Language language) throws Exception {
        for (var post : PostCatalogue.load().all()) {
            JobDescription job = accepted(shipped().of(post.key(), DAY));
            String page = JobDescriptionPage.html(job, language);
            Document parsed = parse(page);
            assertThat(parsed.getDocumentElement().getAttribute("lang"))
                    .isEqualTo(language.pick("zh-CN", "en"));
            assertThat(parsed.getElementsByTagName("h2").getLength()).isEqualTo(6);
            assertThat(page).doesNotContain("<script", "<link", "<img", "href=", "src=", "http");
            assertThat(JobDescriptionPage.markdown(job, language))
                    .startsWith("# " + language.pick("岗位说明书：", "Job description: "));
        }
    }

    @Test
    void htmlEscapesWhatTheDataSays() throws Exception {
        String page = JobDescriptionPage.html(saying(HOSTILE), Language.EN);
        assertThat(page)
                .doesNotContain("<script>")
                .contains("&lt;script&gt;alert(&#39;a &amp; &quot;b&quot;&#39;)&lt;/script&gt;");
        assertThat(parse(page).getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void markdownEscapesWhatTheDataSays() {
        String page = JobDescriptionPage.markdown(saying(HOSTILE), Language.EN);
        assertThat(page.lines())
                .filteredOn(line -> line.contains("script"))
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        line ->
                                assertThat(line)
                                        .contains(
                                                "\\<script\\>alert('a &amp; \"b\"')\\</script\\>"
                                                        + " \\| \\*x\\* # y"));
    }

    @Test
    void aParagraphThatBeginsLikeAListStaysAParagraph() {
        assertThat(JobDescriptionPage.markdown(saying("1. not a list"), Language.EN))
                .contains("\n1\\. not a list\n");
        assertThat(JobDescriptionPage.markdown(saying("# no heading"), Language.EN))
                .contains("\n\\# no heading\n");
    }

    @Property(tries = 200)
    void everyTextComesBackFromTheHtmlAsItWas(
            @ForAll @NotBlank @CharRange(from = ' ', to = '~') @CharRange(from = '一', to = '鿿')
                    String text)
            throws Exception {
        Document page = parse(JobDescriptionPage.html(saying(text), Language.ZH_CN));
        assertThat(page.getElementsByTagName("p").item(0).getTextContent()).isEqualTo(text);
        assertThat(page.getElementsByTagName("td").item(0).getTextContent()).isEqualTo(text);
    }

    @Test
    void whatIsNotKnownIsSaidNotLeftOut() {
        JobDescription bare =
                new JobDescription(
                        new Heading(SUPERVISOR, label("x"), Optional.empty(), DAY),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        new Reporting(new Named("CHAIRMAN", Optional.empty()), List.of()),
                        List.of(),
                        List.of());
        assertThat(JobDescriptionPage.markdown(bare, Language.EN))
                .contains(
                        "The sources give no overview",
                        "gives this post no duties",
                        "approves and confirms nothing",
                        "| CHAIRMAN | nobody |",
                        "No requirement is on file",
                        "ask for no record");
    }

    static JobDescriptions shipped() {
        PostCatalogue posts = PostCatalogue.load();
        OrganisationModel model = OrganisationModels.load().find("SINGLE_COMMUNITY").orElseThrow();
        return new JobDescriptions(
                posts,
                DutySource.of(
                        DutyCatalogue.load().heldBy(new HolderResolution(model.chart(), model))),
                JobFacts.shipped(
                        OrganisationTemplates.load(posts).find("SINGLE_COMMUNITY").orElseThrow()));
    }

    /** A description that says the same in every place where data stands. */
    private static JobDescription saying(String text) {
        Named named = new Named("R-X", Optional.of(label(text)));
        DescribedDuty duty =
                new DescribedDuty(
                        new DutyId("D-1"),
                        label(text),
                        List.of(SUPERVISOR),
                        List.of(Cadence.MONTHLY),
                        List.of("x"),
                        List.of(text),
                        List.of());
        return new JobDescription(
                new Heading(SUPERVISOR, label(text), Optional.of(text), DAY),
                Optional.of(label(text)),
                List.of(
                        new DutyGroup(
                                Optional.of(Cadence.MONTHLY),
                                List.of(new DutyLine(duty, List.of(named), List.of(label(text)))))),
                List.of(new Power(Power.Act.DECIDES, label(text), Optional.of(text))),
                new Reporting(named, List.of(named)),
                List.of(label(text)),
                List.of(named));
    }

    private static Label label(String text) {
        return new Label(text, text);
    }

    private static Document parse(String html)
            throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)));
    }
}
