import Casework
import Foundation

extension Spelling {
    /// A name with its pinyin. The reading of a character that has several is the commonest one.
    ///
    /// Loading the data for this takes about 50 ms, so it is done once, when a configuration is read.
    public init(_ name: String) {
        let latin = name.applyingTransform(.mandarinToLatin, reverse: false) ?? name
        let plain = latin.applyingTransform(.stripDiacritics, reverse: false) ?? latin
        let syllables = plain.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        self.init(
            name: name, pinyin: syllables.joined(),
            initials: String(
                syllables.flatMap { $0.allSatisfy(\.isNumber) ? Array($0) : Array($0.prefix(1)) }))
    }
}
