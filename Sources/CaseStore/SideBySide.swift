import Dispatch
import GRDB
import Glibc
import Synchronization

extension Store {
    /// Answers several questions side by side, on as many processors as there are, each worker over a connection of
    /// its own. The questions are taken in their order; each has its own consistent state of the store.
    ///
    /// - Parameter finished: told, on the calling thread, how many are answered.
    /// - Returns: the answers in the order of the questions, or what went wrong with each. After something went wrong
    ///   nothing further is asked.
    public func sideBySide<Answer: Sendable>(
        _ questions: [@Sendable (StoreReader) throws -> Answer], finished: (Int) -> Void = { _ in }
    ) -> [Result<Answer, any Error>] {
        let desk = Desktop<Answer>(questions.count)
        let answered = DispatchSemaphore(value: 0)
        // Whoever goes on may remove or replace the file: nobody may still be about to open or close it.
        let group = DispatchGroup()
        defer { group.wait() }
        let workers = min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), 4, questions.count)
        for _ in 0..<workers {
            DispatchQueue.global().async(group: group) { [path, keys] in
                let store = Result { try Store(path: path, program: "", keys: keys) }
                while let place = desk.next() {
                    // Where a disk fails, every further question would wait as long to be told the same.
                    let failure = desk.failure()
                    desk.put(
                        failure.map { .failure($0) } ?? Result { try store.get().read(questions[place]) },
                        at: place)
                    answered.signal()
                }
            }
        }
        for count in questions.indices {
            answered.wait()
            finished(count + 1)
        }
        return desk.answers()
    }
}

/// Which questions are taken, and the answers.
private final class Desktop<Answer: Sendable>: Sendable {
    private let state: Mutex<(next: Int, answers: [Result<Answer, any Error>?])>

    init(_ count: Int) {
        state = Mutex((0, Array(repeating: nil, count: count)))
    }

    /// The place of a question that nobody has taken; nil when all are.
    func next() -> Int? {
        state.withLock { state in
            guard state.next < state.answers.count else { return nil }
            state.next += 1
            return state.next - 1
        }
    }

    /// What went wrong first.
    func failure() -> (any Error)? {
        state.withLock { state in
            state.answers.lazy.compactMap { answer in
                if case .failure(let error)? = answer { error } else { nil }
            }.first
        }
    }

    func put(_ answer: Result<Answer, any Error>, at place: Int) {
        state.withLock { $0.answers[place] = answer }
    }

    func answers() -> [Result<Answer, any Error>] {
        state.withLock { $0.answers }.compactMap { $0 }
    }
}
