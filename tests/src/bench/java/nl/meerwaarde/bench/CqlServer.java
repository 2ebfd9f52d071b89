package nl.meerwaarde.bench;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.time.ZoneOffset;
import java.util.concurrent.ConcurrentHashMap;
import nl.meerwaarde.tests.support.PlainHapi;
import nl.meerwaarde.tests.support.TestDatabase;
import org.opencds.cqf.fhir.cql.EvaluationSettings;
import org.opencds.cqf.fhir.cr.CrSettings;
import org.opencds.cqf.fhir.cr.hapi.common.StringTimePeriodHandler;
import org.opencds.cqf.fhir.cr.hapi.r4.measure.MeasureOperationsProvider;
import org.opencds.cqf.fhir.cr.hapi.r4.questionnaire.QuestionnairePopulateProvider;
import org.opencds.cqf.fhir.cr.hapi.repository.ClinicalIntelligenceHapiFhirRepository;
import org.opencds.cqf.fhir.cr.measure.MeasureEvaluationOptions;
import org.opencds.cqf.fhir.cr.measure.common.MeasurePeriodValidator;
import org.opencds.cqf.fhir.cr.measure.r4.R4MultiMeasureService;
import org.opencds.cqf.fhir.cr.questionnaire.QuestionnaireProcessor;

/** HAPI with its clinical reasoning, which evaluates measures that are written in CQL and populates questionnaires. */
public final class CqlServer {
    private CqlServer() {}

    /** @param arguments port, address of the PostgreSQL database */
    public static void main(String[] arguments) {
        PlainHapi hapi = PlainHapi.without(TestDatabase.postgres(arguments[1]), Integer.parseInt(arguments[0]));
        RestfulServer server = hapi.bean(RestfulServer.class);
        DaoRegistry storage = hapi.bean(DaoRegistry.class);
        EvaluationSettings caching = EvaluationSettings.getDefault()
                .withLibraryCache(new ConcurrentHashMap<>())
                .withModelCache(new ConcurrentHashMap<>())
                .withValueSetCache(new ConcurrentHashMap<>());
        MeasureEvaluationOptions options = MeasureEvaluationOptions.defaultOptions();
        options.setEvaluationSettings(caching);
        server.registerProvider(new QuestionnairePopulateProvider(request -> new QuestionnaireProcessor(
                new ClinicalIntelligenceHapiFhirRepository(storage, request, server),
                CrSettings.getDefault().withEvaluationSettings(caching))));
        server.registerProvider(new MeasureOperationsProvider(
                request -> new R4MultiMeasureService(
                        new ClinicalIntelligenceHapiFhirRepository(storage, request, server),
                        options,
                        request.getFhirServerBase(),
                        new MeasurePeriodValidator()),
                request -> {
                    throw new UnsupportedOperationException("One measure at a time");
                },
                new StringTimePeriodHandler(ZoneOffset.UTC)));
    }
}
