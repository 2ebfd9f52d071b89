package nl.meerwaarde.asynchronous;

import ca.uhn.fhir.batch2.api.ChunkExecutionDetails;
import ca.uhn.fhir.batch2.api.IJobDataSink;
import ca.uhn.fhir.batch2.api.IReductionStepWorker;
import ca.uhn.fhir.batch2.api.RunOutcome;
import ca.uhn.fhir.batch2.api.StepExecutionDetails;
import ca.uhn.fhir.batch2.model.ChunkOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stores the answers when all are there, so that a request that was cancelled leaves nothing behind. */
class StoreAnswersStep implements IReductionStepWorker<AsynchronousParameters, PartAnswer, RequestAnswers> {
    private final StoredAnswers stored;
    private final List<PartAnswer> answers = new ArrayList<>();

    StoreAnswersStep(StoredAnswers stored) {
        this.stored = stored;
    }

    @Override
    public ChunkOutcome consume(ChunkExecutionDetails<AsynchronousParameters, PartAnswer> details) {
        answers.add(details.getData());
        return ChunkOutcome.SUCCESS();
    }

    @Override
    public RunOutcome run(
            StepExecutionDetails<AsynchronousParameters, PartAnswer> details, IJobDataSink<RequestAnswers> sink) {
        String job = details.getInstance().getInstanceId();
        sink.accept(new RequestAnswers(answers.stream()
                .sorted(Comparator.comparingInt(PartAnswer::index))
                .map(answer -> stored.store(job, answer))
                .toList()));
        return new RunOutcome(answers.size());
    }

    @Override
    public StoreAnswersStep newInstance() {
        return new StoreAnswersStep(stored);
    }
}
