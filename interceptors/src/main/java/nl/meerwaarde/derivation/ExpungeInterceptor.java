package nl.meerwaarde.derivation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.List;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.record.RecordReading;
import org.hl7.fhir.instance.model.api.IIdType;

/**
 * Expunging takes derived data along. Instance {@code $expunge} of a deleted response removes its score Observations for good; expunging everything
 * empties our tables. Delete-and-expunge by URL bypasses every other hook, so it is refused for types that outcomes are derived from.
 */
@Interceptor
public class ExpungeInterceptor {
    /** Everything we keep but the server's own secrets. */
    static final List<String> TABLES = List.of(
            "mw_definition",
            "mw_loaded_definition",
            "mw_patient",
            "mw_record_entry",
            "mw_owning_team",
            "mw_named_team",
            "mw_derived_score",
            "mw_episode",
            "mw_moment",
            "mw_score",
            "mw_event",
            "mw_expectation",
            "mw_change",
            "mw_settled",
            "mw_settled_series",
            "mw_released_cell",
            "mw_released_period",
            "mw_released_member",
            "mw_erasure",
            "mw_data_use",
            "mw_delivered_stratum",
            "mw_delivery",
            "mw_deliverer",
            "mw_alert",
            "mw_alert_series",
            "mw_subscription",
            "mw_notification");

    private final DerivedScores derivedScores;
    private final FactDatabase database;

    public ExpungeInterceptor(DerivedScores derivedScores, FactDatabase database) {
        this.derivedScores = derivedScores;
        this.database = database;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_EXPUNGE_RESOURCE)
    public void expunging(IIdType id) {
        if ("QuestionnaireResponse".equals(id.getResourceType())) {
            derivedScores.expungeAll(id.getIdPart());
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_EXPUNGE_EVERYTHING)
    public void expungingEverything() {
        TABLES.forEach(table -> database.jdbc().update("delete from " + table));
    }

    @Hook(Pointcut.STORAGE_PRE_DELETE_EXPUNGE)
    public void deletingAndExpunging(String url) {
        String type = url.replaceFirst("[?/].*$", "");
        if (RecordReading.TYPES.contains(type) || type.equals("CareTeam")) {
            throw Problems.unprocessable(
                    new Problem(
                            ProblemCode.UNSUPPORTED_EXPUNGE,
                            "",
                            "Outcomes are derived from " + type
                                    + " resources; delete them first and expunge what was deleted, so that scores and facts go along."));
        }
    }
}
