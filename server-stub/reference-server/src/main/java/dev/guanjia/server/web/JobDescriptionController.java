package dev.guanjia.server.web;

import dev.guanjia.decision.Language;
import dev.guanjia.description.JobDescriptionPage;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.JobDescriptionsApi;
import dev.guanjia.server.api.model.JobDescription;
import dev.guanjia.server.application.JobDescriptionDesk;
import dev.guanjia.server.problem.RequestLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What each post of a company is and does, as data and as a page. */
@RestController
@RequestMapping("/v1")
class JobDescriptionController implements JobDescriptionsApi {

    private static final MediaType MARKDOWN =
            new MediaType("text", "markdown", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final CurrentCaller caller;
    private final JobDescriptionDesk desk;
    private final HttpServletRequest http;

    JobDescriptionController(
            CurrentCaller caller, JobDescriptionDesk desk, HttpServletRequest http) {
        this.caller = caller;
        this.desk = desk;
        this.http = http;
    }

    @Override
    public ResponseEntity<JobDescription> getJobDescription(
            String postKey, @Nullable OffsetDateTime asOf) {
        return ResponseEntity.ok(JobDescriptionMapping.job(job(postKey, asOf)));
    }

    @Override
    public ResponseEntity<Resource> getJobDescriptionMarkdown(
            String postKey, @Nullable OffsetDateTime asOf) {
        Language language = RequestLanguage.of(http);
        return page(JobDescriptionPage.markdown(job(postKey, asOf), language), MARKDOWN, language);
    }

    @Override
    public ResponseEntity<Resource> getJobDescriptionHtml(
            String postKey, @Nullable OffsetDateTime asOf) {
        Language language = RequestLanguage.of(http);
        return page(JobDescriptionPage.html(job(postKey, asOf), language), HTML, language);
    }

    private dev.guanjia.description.JobDescription job(
            String postKey, @Nullable OffsetDateTime asOf) {
        return desk.of(caller.get(), postKey, Optional.ofNullable(asOf));
    }

    private static ResponseEntity<Resource> page(String text, MediaType type, Language language) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.pick("zh-CN", "en"))
                .body(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
    }
}
