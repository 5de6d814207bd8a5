package dev.guanjia.server;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.IdempotencyKey;
import dev.guanjia.client.Versioned;
import dev.guanjia.client.model.AssignmentCreate;
import dev.guanjia.client.model.CallBackCreate;
import dev.guanjia.client.model.CommunityCreate;
import dev.guanjia.client.model.CompanyCreate;
import dev.guanjia.client.model.OfficeHours;
import dev.guanjia.client.model.QualificationCreate;
import dev.guanjia.client.model.StaffCreate;
import dev.guanjia.client.model.StaffTokenCreate;
import dev.guanjia.client.model.WorkOrder;
import dev.guanjia.client.model.WorkOrderCreate;
import dev.guanjia.client.model.WorkOrderTransitionCreate;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;

/** A small company, and a repair in it from the call to the closing, through the SDK. */
final class Life {

    /** Steps after the reception. */
    static final int TRANSITIONS = 6;

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private final Function<String, Guanjia> door;
    private final Guanjia administrator;
    private final Guanjia assistant;
    private final Guanjia worker;
    private final String workerId;
    private final String community;

    Life(String address, String administratorToken) {
        this.door = token -> Guanjia.builder(address).token(() -> token).build();
        this.administrator = door.apply(administratorToken);
        CompanyCreate company =
                new CompanyCreate()
                        .name("安和物业管理有限公司")
                        .templateId("SINGLE_COMMUNITY")
                        .officeHours(new OfficeHours().opens("09:00").closes("18:00"));
        administrator.organisation().createCompany(IdempotencyKey.random(), company);
        String manager = hire("PROPERTY_MANAGER", "B001");
        this.assistant = token(hire("CS_ASSISTANT", "B002"));
        this.workerId = hire("MAINTENANCE_WORKER", "B003");
        this.worker = token(workerId);
        CommunityCreate place = new CommunityCreate().name("锦绣花园").timeZone("Asia/Shanghai");
        this.community =
                token(manager).registry().createCommunity(IdempotencyKey.random(), place).getId();
    }

    private String hire(String post, String number) {
        String id =
                administrator
                        .organisation()
                        .createStaff(
                                IdempotencyKey.random(),
                                new StaffCreate().staffNo(number).name("员工" + number))
                        .getId();
        QualificationCreate paper =
                new QualificationCreate()
                        .kind("MAINTENANCE_CERTIFICATE")
                        .number("W-" + number)
                        .from(FIRST_DAY);
        administrator.staffing().registerQualification(id, IdempotencyKey.random(), paper);
        AssignmentCreate assignment = new AssignmentCreate().post(post).from(FIRST_DAY);
        administrator.organisation().createAssignment(id, IdempotencyKey.random(), assignment);
        return id;
    }

    private Guanjia token(String staff) {
        StaffTokenCreate label = new StaffTokenCreate().label("benchmark");
        return door.apply(
                administrator
                        .organisation()
                        .createStaffToken(staff, IdempotencyKey.random(), label)
                        .getToken());
    }

    /** One order, received and taken six steps on. */
    Versioned<WorkOrder> live() {
        WorkOrderCreate order =
                new WorkOrderCreate()
                        .kind("REPAIR")
                        .communityId(community)
                        .title("楼道灯不亮")
                        .channel("PHONE")
                        .receivedAt(now());
        Versioned<WorkOrder> seen =
                Versioned.of(
                        assistant
                                .workOrders()
                                .createWorkOrderWithHttpInfo(IdempotencyKey.random(), order));
        seen = take(assistant, seen, step("DISPATCH").assigneeId(workerId));
        seen = take(worker, seen, step("ACCEPT"));
        seen = take(worker, seen, step("ARRIVE"));
        seen = take(worker, seen, step("FINISH"));
        return take(assistant, called(seen), step("CLOSE"));
    }

    private Versioned<WorkOrder> called(Versioned<WorkOrder> seen) {
        CallBackCreate call =
                new CallBackCreate().way("PHONE").result("SATISFIED").occurredAt(now());
        String tag =
                Versioned.of(
                                assistant
                                        .callBacks()
                                        .recordCallBackWithHttpInfo(
                                                seen.body().getId(),
                                                IdempotencyKey.random(),
                                                seen.etag(),
                                                call))
                        .etag();
        return new Versioned<>(seen.body(), tag);
    }

    private static Versioned<WorkOrder> take(
            Guanjia who, Versioned<WorkOrder> seen, WorkOrderTransitionCreate step) {
        return Versioned.of(
                who.workOrders()
                        .transitionWorkOrderWithHttpInfo(
                                seen.body().getId(), IdempotencyKey.random(), seen.etag(), step));
    }

    private static WorkOrderTransitionCreate step(String action) {
        return new WorkOrderTransitionCreate().action(action).occurredAt(now());
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.ofHours(8));
    }
}
