package dev.guanjia.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.guanjia.client.generated.ApiClient;
import dev.guanjia.client.generated.api.AdjustmentsApi;
import dev.guanjia.client.generated.api.ApprovalsApi;
import dev.guanjia.client.generated.api.ArrearsApi;
import dev.guanjia.client.generated.api.AuditApi;
import dev.guanjia.client.generated.api.BillingApi;
import dev.guanjia.client.generated.api.CalendarsApi;
import dev.guanjia.client.generated.api.CallBacksApi;
import dev.guanjia.client.generated.api.CollectionPlansApi;
import dev.guanjia.client.generated.api.ComplaintsApi;
import dev.guanjia.client.generated.api.DepositsApi;
import dev.guanjia.client.generated.api.DispatchApi;
import dev.guanjia.client.generated.api.DunningApi;
import dev.guanjia.client.generated.api.DutiesApi;
import dev.guanjia.client.generated.api.DutyCatalogueApi;
import dev.guanjia.client.generated.api.DutyFeedsApi;
import dev.guanjia.client.generated.api.DutyOccurrencesApi;
import dev.guanjia.client.generated.api.EquipmentApi;
import dev.guanjia.client.generated.api.ExportsApi;
import dev.guanjia.client.generated.api.IncidentsApi;
import dev.guanjia.client.generated.api.JobDescriptionsApi;
import dev.guanjia.client.generated.api.LedgerApi;
import dev.guanjia.client.generated.api.MaintenanceApi;
import dev.guanjia.client.generated.api.MaterialsApi;
import dev.guanjia.client.generated.api.MeetingsApi;
import dev.guanjia.client.generated.api.MetersApi;
import dev.guanjia.client.generated.api.OccupancyApi;
import dev.guanjia.client.generated.api.OrganisationApi;
import dev.guanjia.client.generated.api.PaidServicesApi;
import dev.guanjia.client.generated.api.PatrolsApi;
import dev.guanjia.client.generated.api.PaymentsApi;
import dev.guanjia.client.generated.api.PlansApi;
import dev.guanjia.client.generated.api.PrepaidYearsApi;
import dev.guanjia.client.generated.api.QualityApi;
import dev.guanjia.client.generated.api.ReceiptsApi;
import dev.guanjia.client.generated.api.RegistryApi;
import dev.guanjia.client.generated.api.ReportsApi;
import dev.guanjia.client.generated.api.RuleTablesApi;
import dev.guanjia.client.generated.api.SegregationApi;
import dev.guanjia.client.generated.api.ServiceLevelsApi;
import dev.guanjia.client.generated.api.ServiceRequestsApi;
import dev.guanjia.client.generated.api.SharingApi;
import dev.guanjia.client.generated.api.ShiftsApi;
import dev.guanjia.client.generated.api.StaffingApi;
import dev.guanjia.client.generated.api.StructureApi;
import dev.guanjia.client.generated.api.TariffsApi;
import dev.guanjia.client.generated.api.WorkOrdersApi;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The client of one Guanjia server for one caller: one accessor per group of operations. Immutable
 * and thread-safe; make one and keep it. It is as long as the API has groups.
 *
 * <p>Every operation throws only {@link GuanjiaException}, which is unchecked: {@link
 * ProblemException} when the server says no, {@link TransportException} when no answer came.
 */
public final class Guanjia {
    private final Connection connection;
    private final RequestHeaders headers;
    private final OrganisationApi organisation;
    private final StructureApi structure;
    private final StaffingApi staffing;
    private final JobDescriptionsApi jobDescriptions;
    private final ApprovalsApi approvals;
    private final SegregationApi segregation;
    private final RegistryApi registry;
    private final OccupancyApi occupancy;
    private final DutiesApi duties;
    private final PlansApi plans;
    private final ReportsApi reports;
    private final MeetingsApi meetings;
    private final DutyCatalogueApi dutyCatalogue;
    private final DutyOccurrencesApi dutyOccurrences;
    private final DutyFeedsApi dutyFeeds;
    private final CalendarsApi calendars;
    private final BillingApi billing;
    private final LedgerApi ledger;
    private final WorkOrdersApi workOrders;
    private final ServiceRequestsApi serviceRequests;
    private final ComplaintsApi complaints;
    private final MaterialsApi materials;
    private final ServiceLevelsApi serviceLevels;
    private final PaidServicesApi paidServices;
    private final DispatchApi dispatch;
    private final CallBacksApi callBacks;
    private final PatrolsApi patrols;
    private final ShiftsApi shifts;
    private final EquipmentApi equipment;
    private final MaintenanceApi maintenance;
    private final IncidentsApi incidents;
    private final QualityApi quality;
    private final AuditApi audit;
    private final MetersApi meters;
    private final SharingApi sharing;
    private final PrepaidYearsApi prepaidYears;
    private final TariffsApi tariffs;
    private final PaymentsApi payments;
    private final ReceiptsApi receipts;
    private final RuleTablesApi ruleTables;
    private final AdjustmentsApi adjustments;
    private final DepositsApi deposits;
    private final ArrearsApi arrears;
    private final ExportsApi exports;
    private final DunningApi dunning;
    private final CollectionPlansApi collectionPlans;

    Guanjia(Connection connection, RequestHeaders headers) {
        this.connection = connection;
        this.headers = headers;
        ApiClient api = connection.api(headers);
        this.organisation = new OrganisationApi(api);
        this.structure = new StructureApi(api);
        this.staffing = new StaffingApi(api);
        this.jobDescriptions = new JobDescriptionsApi(api);
        this.approvals = new ApprovalsApi(api);
        this.segregation = new SegregationApi(api);
        this.registry = new RegistryApi(api);
        this.occupancy = new OccupancyApi(api);
        this.duties = new DutiesApi(api);
        this.plans = new PlansApi(api);
        this.reports = new ReportsApi(api);
        this.meetings = new MeetingsApi(api);
        this.dutyCatalogue = new DutyCatalogueApi(api);
        this.dutyOccurrences = new DutyOccurrencesApi(api);
        this.dutyFeeds = new DutyFeedsApi(api);
        this.calendars = new CalendarsApi(api);
        this.billing = new BillingApi(api);
        this.ledger = new LedgerApi(api);
        this.workOrders = new WorkOrdersApi(api);
        this.serviceRequests = new ServiceRequestsApi(api);
        this.complaints = new ComplaintsApi(api);
        this.materials = new MaterialsApi(api);
        this.serviceLevels = new ServiceLevelsApi(api);
        this.paidServices = new PaidServicesApi(api);
        this.dispatch = new DispatchApi(api);
        this.callBacks = new CallBacksApi(api);
        this.patrols = new PatrolsApi(api);
        this.shifts = new ShiftsApi(api);
        this.equipment = new EquipmentApi(api);
        this.maintenance = new MaintenanceApi(api);
        this.incidents = new IncidentsApi(api);
        this.quality = new QualityApi(api);
        this.audit = new AuditApi(api);
        this.meters = new MetersApi(api);
        this.sharing = new SharingApi(api);
        this.prepaidYears = new PrepaidYearsApi(api);
        this.tariffs = new TariffsApi(api);
        this.payments = new PaymentsApi(api);
        this.receipts = new ReceiptsApi(api);
        this.ruleTables = new RuleTablesApi(api);
        this.adjustments = new AdjustmentsApi(api);
        this.deposits = new DepositsApi(api);
        this.arrears = new ArrearsApi(api);
        this.exports = new ExportsApi(api);
        this.dunning = new DunningApi(api);
        this.collectionPlans = new CollectionPlansApi(api);
    }

    /**
     * Begins a client.
     *
     * @param address of the server, with or without {@code /v1} and a last slash
     * @throws IllegalArgumentException if it is no {@code http} or {@code https} address
     */
    public static GuanjiaBuilder builder(String address) {
        return new GuanjiaBuilder(BaseAddress.of(address));
    }

    /** The version of this SDK. */
    public static String version() {
        return SdkVersion.TEXT;
    }

    /**
     * The same caller in one of the posts that she holds; shares the connections of this client.
     *
     * @param post for instance {@code CS_SUPERVISOR}; the server refuses a post that is not held
     */
    public Guanjia actingAs(String post) {
        return new Guanjia(connection, headers.actingAs(HeaderText.require("acting post", post)));
    }

    /** The same caller in another language; shares the connections of this client. */
    public Guanjia in(Language language) {
        return new Guanjia(connection, headers.in(language));
    }

    /** The company, its posts, its people and what they may sign. */
    public OrganisationApi organisation() {
        return organisation;
    }

    /** Departments, posts and their lines, and the templates that a company is created from. */
    public StructureApi structure() {
        return structure;
    }

    /** Stand-ins, qualifications and who may be sent to work. */
    public StaffingApi staffing() {
        return staffing;
    }

    /** What each post is and does. */
    public JobDescriptionsApi jobDescriptions() {
        return jobDescriptions;
    }

    /** Decisions asked for and taken, who could take them, and who decides for whom. */
    public ApprovalsApi approvals() {
        return approvals;
    }

    /** What one person must not combine, who does, and who lifted it. */
    public SegregationApi segregation() {
        return segregation;
    }

    /** Communities, buildings, units, owners, meters and readings. */
    public RegistryApi registry() {
        return registry;
    }

    /** What is true of units by day, who lives there, and who pays which fee. */
    public OccupancyApi occupancy() {
        return occupancy;
    }

    /** Who has to do what by when, and what was done. */
    public DutiesApi duties() {
        return duties;
    }

    /** What departments and the company set out to do, and what became of it. */
    public PlansApi plans() {
        return plans;
    }

    /** Which reports a post owes its superior, handed in and read. */
    public ReportsApi reports() {
        return reports;
    }

    /** Meetings, and what they decide. */
    public MeetingsApi meetings() {
        return meetings;
    }

    /** The duties as data: the company's own rows, and when they come round. */
    public DutyCatalogueApi dutyCatalogue() {
        return dutyCatalogue;
    }

    /** What became of what was due, what called for it, and what patrols covered. */
    public DutyOccurrencesApi dutyOccurrences() {
        return dutyOccurrences;
    }

    /** Feeds of a person's duties for calendar programs. */
    public DutyFeedsApi dutyFeeds() {
        return dutyFeeds;
    }

    /** Which days are worked. */
    public CalendarsApi calendars() {
        return calendars;
    }

    /** Prices, charges, payments and waivers. */
    public BillingApi billing() {
        return billing;
    }

    /** Double-entry books behind the billing, month by month. */
    public LedgerApi ledger() {
        return ledger;
    }

    /** Complaints and repairs, their lifecycles and due times. */
    public WorkOrdersApi workOrders() {
        return workOrders;
    }

    /** What people ask for, what came of it, and by which ways it comes in. */
    public ServiceRequestsApi serviceRequests() {
        return serviceRequests;
    }

    /** Who hears of complaints, their cards and the ledger. */
    public ComplaintsApi complaints() {
        return complaints;
    }

    /** What was issued for work orders. */
    public MaterialsApi materials() {
        return materials;
    }

    /** How soon work is promised, how it stands, and who hears of a breach. */
    public ServiceLevelsApi serviceLevels() {
        return serviceLevels;
    }

    /** Paid repairs and special services: prices, quotes, the charge and refunds. */
    public PaidServicesApi paidServices() {
        return paidServices;
    }

    /** Who can be sent to a work order, who is, and why. */
    public DispatchApi dispatch() {
        return dispatch;
    }

    /** Which customers are called back, by whom, and what they said. */
    public CallBacksApi callBacks() {
        return callBacks;
    }

    /** Patrols: routes, plans per shift, rounds, and what was short. */
    public PatrolsApi patrols() {
        return patrols;
    }

    /** Who has the watch where, shift logs and handovers. */
    public ShiftsApi shifts() {
        return shifts;
    }

    /** Equipment, its inspections, outages, repairs and costs. */
    public EquipmentApi equipment() {
        return equipment;
    }

    /** What the upkeep of equipment needs, when it is due, and what was done. */
    public MaintenanceApi maintenance() {
        return maintenance;
    }

    /** Emergency plans, incidents, drills and the goals of zero. */
    public IncidentsApi incidents() {
        return incidents;
    }

    /** Surveys, objectives, their results and the evidence behind them. */
    public QualityApi quality() {
        return quality;
    }

    /** Who asked for what, and what came of it. */
    public AuditApi audit() {
        return audit;
    }

    /** Meters, their registers and files of readings; what was used, lost and billed. */
    public MetersApi meters() {
        return meters;
    }

    /** Years that are paid ahead at a discount, and what they cost. */
    public PrepaidYearsApi prepaidYears() {
        return prepaidYears;
    }

    /** Costs that units share, and formulas that people type. */
    public SharingApi sharing() {
        return sharing;
    }

    /** Versions of prices, fee items of our own, and bills previewed. */
    public TariffsApi tariffs() {
        return tariffs;
    }

    /** How money is shared out, kept, given back and undone. */
    public PaymentsApi payments() {
        return payments;
    }

    /** Receipts with numbers, collectors' days and bill notices. */
    public ReceiptsApi receipts() {
        return receipts;
    }

    /** Rows of our own for dunning, age buckets and postings. */
    public RuleTablesApi ruleTables() {
        return ruleTables;
    }

    /** Deferrals, late charges and write-offs. */
    public AdjustmentsApi adjustments() {
        return adjustments;
    }

    /** Money held for others, until it is paid back. */
    public DepositsApi deposits() {
        return deposits;
    }

    /** Who owes what since when, statements of account, collection rates, and files of them. */
    public ArrearsApi arrears() {
        return arrears;
    }

    /** What is registered, billed, paid and held, as CSV and XLSX files. */
    public ExportsApi exports() {
        return exports;
    }

    /** Who is reminded at which level, what was promised and disputed. */
    public DunningApi dunning() {
        return dunning;
    }

    /** What is to be collected by whom, how far it is, and the quarter of each collector. */
    public CollectionPlansApi collectionPlans() {
        return collectionPlans;
    }

    /** A mapper that reads and writes the models as the operations do; a copy of its own. */
    public ObjectMapper json() {
        return connection.json().copy();
    }

    /** Where this client calls and in which post; never the token. */
    @Override
    public String toString() {
        return "Guanjia[" + connection.address() + ", " + headers + "]";
    }

    /** What the light copies of a client share. */
    record Connection(String address, HttpClient http, ObjectMapper json, Duration requestTimeout) {

        ApiClient api(Consumer<HttpRequest.Builder> headers) {
            return new SharedApiClient(this)
                    .setReadTimeout(requestTimeout)
                    .setRequestInterceptor(headers)
                    .setResponseInterceptor(answer -> Problems.refuse(answer, json));
        }
    }

    /** The generated client builds one HTTP client per group of operations; this one shares. */
    private static final class SharedApiClient extends ApiClient {
        private final HttpClient http;

        SharedApiClient(Connection connection) {
            super(HttpClient.newBuilder(), connection.json(), connection.address());
            this.http = connection.http();
        }

        @Override
        public HttpClient getHttpClient() {
            return http;
        }

        @Override
        public ObjectMapper getObjectMapper() {
            return mapper;
        }
    }
}
