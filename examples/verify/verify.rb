# Verifies a delivery of Sendoff (Standard Webhooks, v1). Ruby 3.0 or newer, standard library only.
require "openssl"

module Sendoff
  # The delivery must not be believed: answer 400.
  class Refused < StandardError; end

  # The most that the clocks may differ, in seconds.
  TOLERANCE = 300

  # Returns the id of the event, by which repeated deliveries are recognised.
  #
  # headers: pairs of a name and a value, as they were received
  # body: the bytes as they were received, before anything parses them
  # secrets: every `whsec_…` that is valid at present, two while one is rotated
  def self.verify(headers, body, secrets, now: Time.now.to_i)
    id = only(headers, "webhook-id")
    timestamp = only(headers, "webhook-timestamp")
    signatures = only(headers, "webhook-signature").split(/ /, -1).first(20)
    raise Refused, "a header is malformed" if id.length > 1024 || !timestamp.match?(/\A[0-9]{1,15}\z/)

    signed = "#{id}.#{timestamp}.".b + body.b
    expected = secrets.map { |secret| signature(secret, signed) }
    # Every pair is compared, and each in constant time.
    matches = expected.product(signatures).map { |one, given| OpenSSL.secure_compare(one, given) }
    raise Refused, "no signature matches" unless matches.any?
    raise Refused, "the delivery is too old, or a clock is wrong" if (now - timestamp.to_i).abs > TOLERANCE

    id
  end

  def self.only(headers, name)
    values = headers.filter_map { |key, value| value if key.downcase == name }
    raise Refused, "#{name} must be there once" if values.length != 1 || values[0].empty? || values[0].include?(", ")

    values[0]
  end

  def self.signature(secret, signed)
    key = secret.delete_prefix("whsec_").unpack1("m0")
    unless secret.start_with?("whsec_") && key.length.between?(24, 64)
      raise ArgumentError, "a secret must be whsec_ and 24 to 64 bytes in base64"
    end

    "v1," + [OpenSSL::HMAC.digest("SHA256", key, signed)].pack("m0")
  end

  private_class_method :only, :signature
end
