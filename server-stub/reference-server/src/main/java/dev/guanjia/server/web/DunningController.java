package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.DunningApi;
import dev.guanjia.server.api.model.DunningCase;
import dev.guanjia.server.api.model.DunningCasePage;
import dev.guanjia.server.api.model.DunningContact;
import dev.guanjia.server.api.model.DunningContactCreate;
import dev.guanjia.server.api.model.DunningContactPage;
import dev.guanjia.server.api.model.DunningLevel;
import dev.guanjia.server.api.model.DunningLevelPage;
import dev.guanjia.server.api.model.DunningOutcome;
import dev.guanjia.server.api.model.DunningOutcomePage;
import dev.guanjia.server.api.model.DunningRound;
import dev.guanjia.server.api.model.DunningRoundCreate;
import dev.guanjia.server.api.model.DunningRoundPage;
import dev.guanjia.server.api.model.FeeQuestion;
import dev.guanjia.server.api.model.FeeQuestionCreate;
import dev.guanjia.server.api.model.FeeQuestionPage;
import dev.guanjia.server.api.model.OutOfRemitRequest;
import dev.guanjia.server.api.model.OutOfRemitRequestCreate;
import dev.guanjia.server.api.model.OutOfRemitRequestPage;
import dev.guanjia.server.application.DunningDesk;
import dev.guanjia.server.application.DunningDesk.Seen;
import dev.guanjia.server.application.DunningRoundDesk;
import dev.guanjia.server.application.DunningSteps;
import dev.guanjia.server.application.FeeTalkDesk;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.DunningCaseStore.Filter;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is reminded at which level, what was promised and disputed. */
@RestController
@RequestMapping("/v1")
class DunningController implements DunningApi {

    private final CurrentCaller caller;
    private final DunningRoundDesk rounds;
    private final DunningDesk cases;
    private final DunningSteps steps;
    private final FeeTalkDesk talk;

    DunningController(
            CurrentCaller caller,
            DunningRoundDesk rounds,
            DunningDesk cases,
            DunningSteps steps,
            FeeTalkDesk talk) {
        this.caller = caller;
        this.rounds = rounds;
        this.cases = cases;
        this.steps = steps;
        this.talk = talk;
    }

    @Override
    public ResponseEntity<DunningLevelPage> listDunningLevels(
            Integer limit, @Nullable String cursor) {
        Page<DunningLevel> page =
                cases.levels(caller.get(), PageRequest.of("dunning-levels", limit, cursor))
                        .map(DunningMapping::level);
        return ResponseEntity.ok(new DunningLevelPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<DunningRound> createDunningRound(
            String communityId, String idempotencyKey, DunningRoundCreate body) {
        DunningRound made =
                DunningMapping.round(rounds.create(caller.get(), communityId, body.getOn()));
        return ResponseEntity.created(Wire.location("dunning-rounds", made.getId())).body(made);
    }

    @Override
    public ResponseEntity<DunningRound> getDunningRound(String roundId) {
        return ResponseEntity.ok(DunningMapping.round(rounds.get(caller.get(), roundId)));
    }

    @Override
    public ResponseEntity<DunningRoundPage> listDunningRounds(
            String communityId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("dunning-rounds", limit, cursor);
        Page<DunningRound> page =
                rounds.list(caller.get(), communityId, request).map(DunningMapping::round);
        return ResponseEntity.ok(new DunningRoundPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<DunningOutcomePage> listDunningRoundOutcomes(
            String roundId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("outcomes", limit, cursor);
        Page<DunningOutcome> page =
                rounds.outcomes(caller.get(), roundId, request).map(DunningMapping::outcome);
        return ResponseEntity.ok(
                new DunningOutcomePage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<DunningCasePage> listDunningCases(
            String communityId,
            @Nullable LocalDate on,
            @Nullable String state,
            @Nullable String level,
            Integer limit,
            @Nullable String cursor) {
        Filter filter = new Filter(Optional.ofNullable(state), Optional.ofNullable(level));
        DunningDesk.Asked place = new DunningDesk.Asked(communityId, Optional.ofNullable(on));
        PageRequest request = PageRequest.of("dunning-cases", limit, cursor);
        Page<DunningCase> page =
                cases.list(caller.get(), place, filter, request).map(DunningMapping::dunning);
        return ResponseEntity.ok(new DunningCasePage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<DunningCase> getDunningCase(String caseId, @Nullable LocalDate on) {
        return answer(HttpStatus.OK, cases.get(caller.get(), caseId, Optional.ofNullable(on)));
    }

    @Override
    public ResponseEntity<DunningCase> createDunningContact(
            String caseId, String idempotencyKey, String ifMatch, DunningContactCreate body) {
        steps.log(caller.get(), caseId, ifMatch, DunningMapping.draft(body));
        return answer(HttpStatus.CREATED, cases.get(caller.get(), caseId, Optional.empty()));
    }

    private static ResponseEntity<DunningCase> answer(HttpStatus status, Seen seen) {
        return ResponseEntity.status(status)
                .eTag(Version.tag(seen.row().stand().version()))
                .body(DunningMapping.dunning(seen));
    }

    @Override
    public ResponseEntity<DunningContactPage> listDunningContacts(
            String caseId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("contacts", limit, cursor);
        Page<DunningContact> page =
                cases.contacts(caller.get(), caseId, request).map(DunningMapping::contact);
        return ResponseEntity.ok(
                new DunningContactPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<OutOfRemitRequest> createOutOfRemitRequest(
            String caseId, String idempotencyKey, OutOfRemitRequestCreate body) {
        FeeTalkDesk.Draft draft =
                new FeeTalkDesk.Draft(
                        body.getRequest(), body.getExplanation(), body.getSolutions());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(DunningMapping.request(talk.addRequest(caller.get(), caseId, draft)));
    }

    @Override
    public ResponseEntity<OutOfRemitRequestPage> listOutOfRemitRequests(
            String caseId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("out-of-remit-requests", limit, cursor);
        Page<OutOfRemitRequest> page =
                talk.requests(caller.get(), caseId, request).map(DunningMapping::request);
        return ResponseEntity.ok(
                new OutOfRemitRequestPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<FeeQuestion> createFeeQuestion(
            String idempotencyKey, FeeQuestionCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        DunningMapping.question(
                                talk.addQuestion(
                                        caller.get(), body.getQuestion(), body.getAnswer())));
    }

    @Override
    public ResponseEntity<FeeQuestionPage> listFeeQuestions(
            Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("fee-questions", limit, cursor);
        Page<FeeQuestion> page =
                talk.questions(caller.get(), request).map(DunningMapping::question);
        return ResponseEntity.ok(new FeeQuestionPage(page.items()).nextCursor(page.nextCursor()));
    }
}
