package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.SharingApi;
import dev.guanjia.server.api.model.Apportionment;
import dev.guanjia.server.api.model.ApportionmentCreate;
import dev.guanjia.server.api.model.FormulaFact;
import dev.guanjia.server.api.model.FormulaFactCreate;
import dev.guanjia.server.api.model.FormulaFactPage;
import dev.guanjia.server.api.model.FormulaName;
import dev.guanjia.server.api.model.FormulaNamePage;
import dev.guanjia.server.api.model.FormulaRuling;
import dev.guanjia.server.api.model.FormulaRulingCreate;
import dev.guanjia.server.api.model.Pool;
import dev.guanjia.server.api.model.PoolCreate;
import dev.guanjia.server.api.model.PoolPage;
import dev.guanjia.server.api.model.PoolShare;
import dev.guanjia.server.api.model.PoolSharePage;
import dev.guanjia.server.application.ApportionmentDesk;
import dev.guanjia.server.application.FormulaDesk;
import dev.guanjia.server.application.FormulaFactDesk;
import dev.guanjia.server.application.PoolDesk;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.RequestLanguage;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Costs that units share, and formulas that people type. */
@RestController
@RequestMapping("/v1")
class SharingController implements SharingApi {

    private final CurrentCaller caller;
    private final HttpServletRequest request;
    private final PoolDesk pools;
    private final ApportionmentDesk apportionments;
    private final FormulaDesk formulas;
    private final FormulaFactDesk facts;

    SharingController(
            CurrentCaller caller,
            HttpServletRequest request,
            PoolDesk pools,
            ApportionmentDesk apportionments,
            FormulaDesk formulas,
            FormulaFactDesk facts) {
        this.caller = caller;
        this.request = request;
        this.pools = pools;
        this.apportionments = apportionments;
        this.formulas = formulas;
        this.facts = facts;
    }

    @Override
    public ResponseEntity<Pool> createPool(
            String communityId, String idempotencyKey, PoolCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        SharingMapping.pool(
                                pools.create(
                                        caller.get(), communityId, SharingMapping.draft(body))));
    }

    @Override
    public ResponseEntity<Pool> getPool(String poolId) {
        return ResponseEntity.ok(SharingMapping.pool(pools.get(caller.get(), poolId)));
    }

    @Override
    public ResponseEntity<PoolPage> listPools(
            String communityId, Integer limit, @Nullable String cursor) {
        Page<Pool> page =
                pools.list(caller.get(), communityId, PageRequest.of("pools", limit, cursor))
                        .map(SharingMapping::pool);
        return ResponseEntity.ok(new PoolPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<Apportionment> apportionPool(
            String poolId, String idempotencyKey, ApportionmentCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        SharingMapping.cut(
                                apportionments.apportion(
                                        caller.get(),
                                        poolId,
                                        SharingMapping.units(body.getUnitIds(), body.getWeights()),
                                        SharingMapping.right(body))));
    }

    @Override
    public ResponseEntity<PoolSharePage> listPoolShares(
            String poolId, Integer limit, @Nullable String cursor) {
        Page<PoolShare> page =
                apportionments
                        .shares(caller.get(), poolId, PageRequest.of("pool-shares", limit, cursor))
                        .map(SharingMapping::share);
        return ResponseEntity.ok(new PoolSharePage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<FormulaFact> createFormulaFact(
            String communityId, String idempotencyKey, FormulaFactCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        SharingMapping.fact(
                                facts.create(
                                        caller.get(), SharingMapping.fact(communityId, body))));
    }

    @Override
    public ResponseEntity<FormulaFactPage> listFormulaFacts(
            String communityId, Integer limit, @Nullable String cursor) {
        Page<FormulaFact> page =
                facts.list(
                                caller.get(),
                                communityId,
                                PageRequest.of("formula-facts", limit, cursor))
                        .map(SharingMapping::fact);
        return ResponseEntity.ok(new FormulaFactPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<FormulaRuling> ruleOnFormula(
            String idempotencyKey, FormulaRulingCreate body) {
        return ResponseEntity.ok(
                SharingMapping.ruling(
                        formulas.rule(caller.get(), body.getText()), RequestLanguage.of(request)));
    }

    @Override
    public ResponseEntity<FormulaNamePage> listFormulaNames(
            Integer limit, @Nullable String cursor) {
        Page<FormulaName> page =
                formulas.names(PageRequest.of("formula-names", limit, cursor))
                        .map(SharingMapping::name);
        return ResponseEntity.ok(new FormulaNamePage(page.items()).nextCursor(page.nextCursor()));
    }
}
