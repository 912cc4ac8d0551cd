require File.join(ARGV.shift, "verify.rb")

$stdin.each_line(chomp: true) do |line|
  now, body, secrets, *headers = line.split("\t", -1)
  decoded = headers.map { |one| one.split("=", 2) }.map { |name, value| [name, value.unpack1("m0")] }
  Sendoff.verify(decoded, body.unpack1("m0"), secrets.split(",").map { |one| one.unpack1("m0") }, now: now.to_i)
  puts "accepted"
rescue StandardError
  puts "refused"
end
