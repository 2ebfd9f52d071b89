package nl.meerwaarde.importing;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nl.meerwaarde.alert.SafetyAlerts;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores each row as one transaction in HAPI's storage, the same way in as a portal's Bundle, as the system. */
public final class TransactionStore implements RowStep {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionStore.class);
    private static final int MOST_TRIES = 3;
    private static final int SECONDS_TO_ANSWER = 5;
    private static final Pattern HAPI_CODE = Pattern.compile("HAPI-\\d{4}");

    private final IFhirSystemDao<Bundle, Meta> system;
    private final DaoRegistry daos;
    private final DataSource database;
    private final Map<String, Boolean> storedOrganizations = new ConcurrentHashMap<>();

    public TransactionStore(IFhirSystemDao<Bundle, Meta> system, DaoRegistry daos, DataSource database) {
        this.system = system;
        this.daos = daos;
        this.database = database;
    }

    /** Tries again what met another transaction or failed for no reason of the row's; what still fails is the row's fault while the database answers. */
    @Override
    public Outcome take(ImportedRow row) {
        for (int tries = 1; ; tries++) {
            try {
                row.organization().ifPresent(this::storeOnce);
                // Answers of years ago alarm nobody.
                system.transaction(SafetyAlerts.silent(new SystemRequestDetails()), bundle(row.resources()));
                return new Outcome.Done();
            } catch (RuntimeException e) { // whatever the storage throws, the next row must have its turn
                LOG.debug("Row {} could not be stored", row.number(), e);
                if (isRefusal(e)) {
                    return refused(row, e);
                }
                if (tries == MOST_TRIES) {
                    return databaseAnswers()
                            ? refused(row, e)
                            : new Outcome.Unavailable("The database does not answer any more.");
                }
            }
        }
    }

    private static Outcome refused(ImportedRow row, RuntimeException e) {
        return new Outcome.Refused(List.of(new RowProblem(row.number(), "", "", reason(e))));
    }

    /** An organisation that is already there keeps what it has. */
    private void storeOnce(Organization organization) {
        storedOrganizations.computeIfAbsent(organization.getId(), id -> {
            if (!isStored(organization)) {
                system.transaction(new SystemRequestDetails(), bundle(List.of(organization)));
            }
            return true;
        });
    }

    private boolean isStored(Organization organization) {
        try {
            daos.getResourceDao(Organization.class).read(organization.getIdElement(), new SystemRequestDetails());
            return true;
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return false;
        }
    }

    private static Bundle bundle(List<? extends Resource> resources) {
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.TRANSACTION);
        for (Resource resource : resources) {
            bundle.addEntry()
                    // A copy, because storing changes the resource and the row may be tried again.
                    .setResource(resource.copy())
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        }
        return bundle;
    }

    private static boolean isRefusal(RuntimeException e) {
        return e instanceof BaseServerResponseException refused
                && refused.getStatusCode() < 500
                && !(e instanceof ResourceVersionConflictException);
    }

    /** Our own sentences name no patient's data; of other messages only HAPI's number is kept, because they may. */
    private static String reason(RuntimeException e) {
        if (e instanceof BaseServerResponseException refused
                && refused.getOperationOutcome() instanceof OperationOutcome outcome
                && isOurs(outcome)) {
            return String.join(
                    " ",
                    outcome.getIssue().stream()
                            .map(OperationOutcome.OperationOutcomeIssueComponent::getDiagnostics)
                            .toList());
        }
        Matcher number = HAPI_CODE.matcher(String.valueOf(e.getMessage()));
        return "Storing failed: " + e.getClass().getSimpleName() + (number.find() ? " " + number.group() : "") + ".";
    }

    private static boolean isOurs(OperationOutcome outcome) {
        return outcome.hasIssue()
                && outcome.getIssue().stream()
                        .allMatch(issue -> Canonicals.CodeSystems.PROBLEM.equals(
                                issue.getDetails().getCodingFirstRep().getSystem()));
    }

    private boolean databaseAnswers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }
}
