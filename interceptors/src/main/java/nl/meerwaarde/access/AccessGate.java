package nl.meerwaarde.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.LinkedHashMap;
import java.util.Objects;
import nl.meerwaarde.requester.EmergencyAccess;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/** Holds every request to the access rules, before anything else looks at it: so that nobody learns from a complaint what she may not see. */
@Interceptor
public class AccessGate {
    private static final int FIRST = -1_000;
    /** As HAPI's own authorization. */
    private static final int AUTHORIZATION = 200;

    private final Accesses accesses;
    private final InstanceRules instances;
    private final WriteRules writes;
    private final BundleRules bundles;
    private final OperationRules operations;
    private final PageOwners pages;

    AccessGate(
            Accesses accesses,
            InstanceRules instances,
            WriteRules writes,
            BundleRules bundles,
            OperationRules operations,
            PageOwners pages) {
        this.accesses = accesses;
        this.instances = instances;
        this.writes = writes;
        this.bundles = bundles;
        this.operations = operations;
        this.pages = pages;
    }

    /** What can be told from the address; a search is narrowed here, because HAPI reads its parameters next. */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED, order = FIRST)
    public void arrived(RequestDetails request) {
        if (request.getRestOperationType() != RestOperationTypeEnum.METADATA) {
            accesses.of(request).ifPresent(access -> judge(access, request));
        }
    }

    /** What can be told from the body. Entries of a Bundle were judged with it. */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = AUTHORIZATION)
    public void read(RequestDetails request) {
        if (request.isSubRequest() || request.getRestOperationType() == RestOperationTypeEnum.METADATA) {
            return;
        }
        accesses.of(request).ifPresent(access -> judgeBody(access, request));
    }

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void leaving(RequestDetails request, IBaseResource answer) {
        if (answer instanceof Bundle bundle && request.getRestOperationType() != RestOperationTypeEnum.METADATA) {
            accesses.of(request).ifPresent(access -> {
                pages.sign(access.requester(), bundle);
                if ("$everything".equals(request.getOperation()) && !access.seesEverything()) {
                    // It counts what is taken out.
                    bundle.setTotalElement(null);
                }
                if (request.getRestOperationType() == RestOperationTypeEnum.TRANSACTION && !access.seesEverything()) {
                    bundle.getEntry().forEach(entry -> hide(access, entry));
                }
            });
        }
    }

    /** Answers to searches in a Bundle have been looked at as searches. */
    private static void hide(Access access, BundleEntryComponent entry) {
        Resource resource = entry.getResource();
        boolean isAnswer = resource instanceof Bundle || resource instanceof OperationOutcome;
        if (resource != null && !isAnswer && !access.sees(resource)) {
            entry.setResource(null);
        }
    }

    private void judge(Access access, RequestDetails request) {
        boolean emergency = EmergencyAccess.reason(request).isPresent();
        RestOperationTypeEnum asked = request.getRestOperationType();
        String type = String.valueOf(request.getResourceName());
        switch (asked) {
            case TRANSACTION -> {} // judged by its entries
            case GET_PAGE -> pages.check(access.requester(), request);
            case READ, VREAD -> instance(access, Interaction.READ, request, emergency);
            case HISTORY_INSTANCE -> instance(access, Interaction.HISTORY, request, emergency);
            case SEARCH_TYPE -> {
                Emergency.open(access, type, request.getParameters(), emergency);
                // A map of its own: HAPI takes parameters out of it when it answers that a search is wrong.
                request.setParameters(new LinkedHashMap<>(SearchRules.narrowed(access, type, request.getParameters())));
            }
            case SEARCH_SYSTEM, HISTORY_SYSTEM, HISTORY_TYPE -> {
                if (!access.seesEverything()) {
                    throw Refusal.notAllowed("", "system", asked.getCode());
                }
            }
            case CREATE -> create(access, request, type);
            case UPDATE -> change(access, Interaction.UPDATE, request, type);
            case PATCH -> change(access, Interaction.PATCH, request, type);
            case DELETE -> change(access, Interaction.DELETE, request, type);
            default -> {
                String operation = request.getOperation();
                if (operation == null || !operation.startsWith("$")) {
                    throw Refusal.notAllowed("", "operation", asked.getCode());
                }
                operations.check(access, request, emergency);
            }
        }
    }

    private void instance(Access access, Interaction interaction, RequestDetails request, boolean emergency) {
        instances.check(access, interaction, id(request), emergency);
    }

    private static IdType id(RequestDetails request) {
        return new IdType(
                String.valueOf(request.getResourceName()),
                request.getId().getIdPart(),
                request.getId().getVersionIdPart());
    }

    private static void create(Access access, RequestDetails request, String type) {
        if (!access.allows(Interaction.CREATE, type)) {
            throw Refusal.notAllowed("", "interaction", Interaction.CREATE.code(), type);
        }
        String condition = request.getConditionalUrl(RestOperationTypeEnum.CREATE);
        if (condition != null && !SearchRules.mayChoose(access, type, condition)) {
            throw Refusal.notAllowed(Constants.HEADER_IF_NONE_EXIST, "conditional");
        }
    }

    private void change(Access access, Interaction interaction, RequestDetails request, String type) {
        RestOperationTypeEnum asked = request.getRestOperationType();
        if (!access.allows(interaction, type)) {
            throw Refusal.notAllowed("", "interaction", interaction.code(), type);
        }
        if (request.getId() != null && request.getId().hasIdPart()) {
            IdType id = new IdType(type, request.getId().getIdPart());
            instances.check(access, interaction, id, false);
            if (interaction == Interaction.PATCH) {
                access.patches(id);
            }
        } else if (!writes.mayChoose(
                access, interaction, type, Objects.requireNonNullElse(request.getConditionalUrl(asked), ""))) {
            throw Refusal.notAllowed("", "conditional");
        }
    }

    private void judgeBody(Access access, RequestDetails request) {
        RestOperationTypeEnum asked = request.getRestOperationType();
        if (asked == RestOperationTypeEnum.TRANSACTION && request.getResource() instanceof Bundle bundle) {
            bundles.check(
                    access,
                    bundle,
                    request.getFhirServerBase(),
                    EmergencyAccess.reason(request).isPresent());
        } else if (asked == RestOperationTypeEnum.TRANSACTION) {
            throw Refusal.notAllowed("", "entry-method");
        } else if (asked == RestOperationTypeEnum.CREATE && request.getResource() instanceof Resource sent) {
            writes.check(access, Interaction.CREATE, sent);
        } else if (asked == RestOperationTypeEnum.UPDATE && request.getResource() instanceof Resource sent) {
            writes.check(access, Interaction.UPDATE, sent);
        }
    }
}
