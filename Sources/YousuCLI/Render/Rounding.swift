extension Double {
    /// In whole percent: `35%`.
    var percent: String {
        "\(Int((self * 100).rounded()))%"
    }

    /// With so many decimals at most.
    func rounded(decimals: Int) -> Double {
        let parts = (0..<decimals).reduce(1.0) { parts, _ in parts * 10 }
        return (self * parts).rounded() / parts
    }
}
