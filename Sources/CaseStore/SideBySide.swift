import Dispatch
import GRDB
import Glibc
import Sealing
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

extension Store {
    /// Answers two questions from one consistent state of the store, the second by another processor meanwhile where there is
    /// one. While somebody records, and where nobody can, this thread answers both.
    public func read<First, Second: Sendable>(
        _ first: (StoreReader) throws -> First,
        beside second: @escaping @Sendable (StoreReader) throws -> Second
    ) throws -> (First, Second) {
        try read({ reader, other in (try first(reader), try other()) }, beside: second)
    }

    /// Answers a question from one consistent state of the store, while another processor, where there is one, answers a part
    /// of it from the same state. While somebody records, and where nobody can, this thread answers both.
    ///
    /// - Parameter whole: given what waits for the answer of the part.
    public func read<Whole, Part: Sendable>(
        _ whole: (StoreReader, _ part: @escaping () throws -> Part) throws -> Whole,
        beside part: @escaping @Sendable (StoreReader) throws -> Part
    ) throws -> Whole {
        let helper = sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1 ? Helper(of: self, part) : nil
        // Whoever goes on may remove or replace the file: nobody may still be about to open or close it.
        defer { helper?.dismiss() }
        return try translating(path: path) {
            try queue.read { db in
                // While nobody can record, what both see first is the same.
                let began: StoreReader? = try helper.flatMap { helper in
                    try lock.heldIfFree {
                        let reader = try StoreReader(db: db, cache: cache, keys: keys)
                        return helper.begin() ? reader : nil
                    }
                }
                guard let helper, let reader = began else {
                    let reader = try StoreReader(db: db, cache: cache, keys: keys)
                    return try whole(reader) { try part(reader) }
                }
                return try whole(reader) { try helper.answer().get() }
            }
        }
    }
}

/// Another thread with a connection of its own, which answers a question from the state that there is when it is told to begin.
private final class Helper<Answer: Sendable>: Sendable {
    private struct State {
        var isWanted = false
        var hasBegun = false
        var answer: Result<Answer, any Error> = .failure(StoreError.fault("no answer"))
    }

    private let state = Mutex(State())
    private let (opened, told, begun) = (
        DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
    )
    private let group = DispatchGroup()

    init(of store: Store, _ question: @escaping @Sendable (StoreReader) throws -> Answer) {
        let (path, keys, identity) = (store.path, store.keys, store.identity)
        DispatchQueue.global().async(group: group) { [self] in
            let store = Result { try Store(path: path, program: "", keys: keys) }
            opened.signal()
            told.wait()
            guard state.withLock({ $0.isWanted }) else { return }
            let answer = Result {
                let store = try store.get()
                // Another store may have been put in its place since.
                guard store.identity == identity else { throw StoreError.replaced(path: path) }
                return try store.read { reader in
                    state.withLock { $0.hasBegun = true }
                    begun.signal()
                    return try question(reader)
                }
            }
            state.withLock { $0.answer = answer }
            // Where it could not begin, it is waited for.
            begun.signal()
        }
        opened.wait()
    }

    /// Takes the state that there is now. Whether it could.
    func begin() -> Bool {
        state.withLock { $0.isWanted = true }
        told.signal()
        begun.wait()
        return state.withLock { $0.hasBegun }
    }

    /// Waits for the answer.
    func answer() -> Result<Answer, any Error> {
        group.wait()
        return state.withLock { $0.answer }
    }

    /// Waits until it has gone; if it was not told to begin, it goes at once.
    func dismiss() {
        told.signal()
        group.wait()
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
