package nl.meerwaarde.asynchronous;

import ca.uhn.fhir.batch2.api.IJobCoordinator;
import ca.uhn.fhir.batch2.api.IJobMaintenanceService;
import ca.uhn.fhir.batch2.api.IJobPersistence;
import ca.uhn.fhir.batch2.model.JobDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meerwaarde.requester.RequesterSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the job of requests that are answered later into the host's batch framework. */
@Configuration(proxyBeanMethods = false)
public class AsynchronousConfiguration {
    @Bean
    JobDefinition<AsynchronousParameters> meerwaardeAsynchronousJob(
            FhirContext fhirContext,
            IJobPersistence jobs,
            StoredAnswers stored,
            ObjectProvider<AsynchronousOperation> operations) {
        return JobDefinition.newBuilder()
                .setJobDefinitionId(AsynchronousRequests.JOB)
                .setJobDescription("Answers an operation whose sender prefers to fetch the answer later")
                .setJobDefinitionVersion(1)
                .setParametersType(AsynchronousParameters.class)
                .gatedExecution()
                .addFirstStep(
                        "list-parts", "Divides the request into its parts", RequestPart.class, new ListPartsStep())
                .addIntermediateStep(
                        "answer-part",
                        "Answers each part",
                        PartAnswer.class,
                        new AnswerPartStep(
                                fhirContext,
                                jobs,
                                operations.stream()
                                        .collect(Collectors.toMap(AsynchronousOperation::code, Function.identity()))))
                .addFinalReducerStep(
                        "store-answers", "Stores the answers", RequestAnswers.class, new StoreAnswersStep(stored))
                .build();
    }

    @Bean
    StoredAnswers meerwaardeStoredAnswers(FhirContext fhirContext, DaoRegistry daos) {
        return new StoredAnswers(fhirContext, daos);
    }

    @Bean
    AsynchronousRequests meerwaardeAsynchronousRequests(
            IJobCoordinator jobs, IJobMaintenanceService maintenance, ObjectProvider<RequesterSource> requesters) {
        return new AsynchronousRequests(jobs, maintenance, Optional.ofNullable(requesters.getIfAvailable()));
    }

    @Bean
    AsynchronousStatusProvider meerwaardeAsynchronousStatus(
            FhirContext fhirContext,
            IJobCoordinator jobs,
            IJobMaintenanceService maintenance,
            StoredAnswers stored,
            ObjectProvider<RequesterSource> requesters) {
        return new AsynchronousStatusProvider(
                fhirContext, jobs, maintenance, stored, Optional.ofNullable(requesters.getIfAvailable()));
    }
}
