package nl.ontwikkelagenda.app.exchange;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import nl.ontwikkelagenda.reporting.paper.Paper;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;

import org.springframework.stereotype.Component;

/** Makes files of papers, a few at a time: the layout of a long one takes seconds and tens of megabytes. */
@Component
public class PaperPress {

	private static final int AT_A_TIME = 2;
	private static final long LONGEST_WAIT_IN_SECONDS = 20;

	private final Semaphore presses = new Semaphore(AT_A_TIME, true);
	private final Imprint imprint;

	PaperPress(Imprint imprint) {
		this.imprint = imprint;
	}

	/** @throws PapersBusy when others keep it busy for too long */
	public byte[] make(Paper paper, PaperFormat format) {
		take();
		try {
			return format.make(format == PaperFormat.PDF ? imprint.words().map(paper::endingWith).orElse(paper) : paper);
		} finally {
			presses.release();
		}
	}

	private void take() {
		try {
			if (!presses.tryAcquire(LONGEST_WAIT_IN_SECONDS, TimeUnit.SECONDS)) {
				throw new PapersBusy();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new PapersBusy();
		}
	}
}
